// The two smaller pictures of a photo, upright and without the camera's notes: what is drawn on a canvas carries none.

const SIDES = { view: 1600, thumb: 320 };

/** Both copies as JPEG blobs, or null where this browser cannot read the photo (HEIC on most). */
export async function copiesOf(blob) {
  const picture = await decode(blob);
  if (!picture) return { view: null, thumb: null };
  try {
    const view = await draw(picture, SIDES.view, 0.82);
    const thumb = await draw(picture, SIDES.thumb, 0.8);
    return { view, thumb };
  } catch {
    return { view: null, thumb: null };
  } finally {
    picture.close?.();
  }
}

async function decode(blob) {
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch { /* Some browsers decode in an element what they do not decode here. */ }
  const url = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image.naturalWidth ? image : null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function draw(picture, side, quality) {
  const width = picture.naturalWidth || picture.width, height = picture.naturalHeight || picture.height;
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const copy = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality));
  canvas.width = canvas.height = 0;
  return copy;
}
