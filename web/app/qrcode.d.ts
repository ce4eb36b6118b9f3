declare module 'qrcode' {
  const QRCode: {
    toDataURL(text: string, options?: { margin?: number; scale?: number }): Promise<string>
  }
  export default QRCode
}
