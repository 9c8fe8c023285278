/**
 * Draw the film of the magnetic pump and its poster: `node scripts/demo/make-film.ts`.
 *
 * Needs ffmpeg (with x264) and the Noto Sans CJK font. The captions are written by hand.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import sharp from "sharp";

import { filmFrame, seconds } from "./scenes/film.ts";

const rate = 20;
const assets = join(import.meta.dirname, "../../demo/assets");

const render = (at: number) => sharp(Buffer.from(filmFrame(at))).resize(960, 540);

const input = `-f rawvideo -pix_fmt rgb24 -s 960x540 -r ${rate} -i -`;
const output = "-c:v libx264 -preset veryslow -crf 27 -pix_fmt yuv420p -movflags +faststart -y";
const options = `-loglevel error ${input} ${output}`.split(" ");
const ffmpeg = spawn("ffmpeg", [...options, join(assets, "magnetic-pump.mp4")], {
  stdio: ["pipe", "inherit", "inherit"],
});
const done = once(ffmpeg, "close");

async function writeFrame(index: number): Promise<void> {
  if (index === seconds * rate) return;
  const pixels = await render(index / rate)
    .removeAlpha()
    .raw()
    .toBuffer();
  if (!ffmpeg.stdin.write(pixels)) await once(ffmpeg.stdin, "drain");
  await writeFrame(index + 1);
}

await writeFrame(0);
ffmpeg.stdin.end();
await done;
await render(11)
  .jpeg({ quality: 84, mozjpeg: true })
  .toFile(join(assets, "magnetic-pump-poster.jpg"));
