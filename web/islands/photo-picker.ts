/** As the program keeps it: more is only sent to be thrown away. */
const LONGEST_PX = 2_048
const QUALITY = 0.85

/** Shows the photos that were chosen and makes them smaller before they leave; what cannot be drawn goes as it is. */
class PhotoPicker extends HTMLElement {
  #photos: File[] = []

  connectedCallback(): void {
    const input = this.querySelector('input')
    const list = this.querySelector('ul')
    if (input === null || list === null || typeof DataTransfer === 'undefined') return
    const take = async () => {
      const most = Number(this.dataset.most)
      const chosen = await Promise.all([...(input.files ?? [])].slice(0, most).map(smaller))
      this.#photos = [...this.#photos, ...chosen].slice(0, most)
      this.#show(input, list)
    }
    input.addEventListener('change', take)
    // Somebody may have chosen before this came.
    if (input.files?.length) void take()
  }

  #show(input: HTMLInputElement, list: HTMLUListElement): void {
    const files = new DataTransfer()
    for (const photo of this.#photos) files.items.add(photo)
    input.files = files.files
    for (const image of list.querySelectorAll('img')) URL.revokeObjectURL(image.src)
    list.replaceChildren(
      ...this.#photos.map((photo, place) => {
        const item = document.createElement('li')
        const image = Object.assign(document.createElement('img'), {
          src: URL.createObjectURL(photo),
          alt: '',
        })
        const remove = Object.assign(document.createElement('button'), {
          type: 'button',
          className: 'button button--quiet',
          textContent: this.dataset.remove ?? '',
        })
        remove.setAttribute('aria-label', `${this.dataset.remove} ${place + 1}`)
        remove.addEventListener('click', () => {
          this.#photos = this.#photos.filter((one) => one !== photo)
          this.#show(input, list)
          input.focus()
        })
        item.append(image, remove)
        return item
      }),
    )
  }
}

async function smaller(file: File): Promise<File> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST_PX / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    const blob = await new Promise<Blob | null>((done) =>
      canvas.toBlob(done, 'image/jpeg', QUALITY),
    )
    if (blob === null || blob.size >= file.size) return file
    return new File([blob], 'photo.jpg', { type: 'image/jpeg' })
  } catch {
    // The program reads kinds of photos that this browser does not, and says what it cannot read.
    return file
  }
}

customElements.define('photo-picker', PhotoPicker)
