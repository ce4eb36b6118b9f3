import sharp from 'sharp'
const [out, h, ...files] = process.argv.slice(2)
const H = Number(h)
const pics = await Promise.all(files.map(async (f) => { const s = sharp(f); const m = await s.metadata(); const hh = Math.min(m.height, Math.round(H * (m.width/390 > 2 ? 1 : 1)*1)); return { b: await sharp(f).extract({left:0,top:0,width:m.width,height:Math.min(m.height,H)}).toBuffer(), w: m.width } }))
let x = 0; const comp = pics.map(({b,w}) => { const c = { input: b, left: x, top: 0 }; x += w + 12; return c })
await sharp({ create: { width: x, height: H, channels: 3, background: '#888' } }).composite(comp).png().toFile(out)
