/** How a stored file is shown: `inline` in the browser, or only ever saved. */
export type ContentType = { mimeType: string; disposition: "inline" | "attachment" };

const inline: Record<string, string> = {
  jpg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  tif: "image/tiff",
  svg: "image/svg+xml",
  ico: "image/x-icon",
  mp4: "video/mp4",
  m4v: "video/mp4",
  webm: "video/webm",
  mov: "video/quicktime",
  ogv: "video/ogg",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
  wav: "audio/wav",
  flac: "audio/flac",
  pdf: "application/pdf",
  txt: "text/plain; charset=utf-8",
  vtt: "text/vtt; charset=utf-8",
  srt: "text/plain; charset=utf-8",
};

const attachment: Record<string, string> = {
  zip: "application/zip",
  gz: "application/gzip",
  rar: "application/vnd.rar",
  "7z": "application/x-7z-compressed",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ppt: "application/vnd.ms-powerpoint",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  csv: "text/csv; charset=utf-8",
  json: "application/json",
  epub: "application/epub+zip",
  woff2: "font/woff2",
};

/**
 * How to serve a file of this extension.
 *
 * Whatever a browser could run as a page of ours (HTML, XML, scripts) is not in the list and so is
 * bytes to be saved.
 */
export function contentTypeOf(extension: string): ContentType {
  const shown = inline[extension];
  if (shown) return { mimeType: shown, disposition: "inline" };
  return {
    mimeType: attachment[extension] ?? "application/octet-stream",
    disposition: "attachment",
  };
}
