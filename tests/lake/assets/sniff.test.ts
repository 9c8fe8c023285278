import { describe, expect, it } from "vitest";

import { contentTypeOf } from "../../../lib/lake/assets/content-types.ts";
import { chooseExtension, sniff } from "../../../lib/lake/assets/sniff.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

describe("sniff", () => {
  it.each([
    { head: "\xff\xd8\xff\xe0\0\x10JFIF", extension: "jpg" },
    { head: "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", extension: "png" },
    { head: "RIFF\x24\0\0\0WEBPVP8 ", extension: "webp" },
    { head: "RIFF\x24\0\0\0WAVEfmt ", extension: "wav" },
    { head: "\0\0\0\x20ftypavif\0\0\0\0", extension: "avif" },
    { head: "\0\0\0\x20ftypheic\0\0\0\0", extension: "heic" },
    { head: "\0\0\0\x20ftypisom\0\0\x02\0", extension: "mp4" },
    { head: "\x1aE\xdf\xa3\x9fB\x86\x81\x01webm", extension: "webm" },
    { head: "%PDF-1.7\n", extension: "pdf" },
    { head: '<svg xmlns="http://www.w3.org/2000/svg">', extension: "svg" },
    {
      head: '<?xml version="1.0"?>\n<!-- made\nby hand -->\n<!DOCTYPE svg PUBLIC "x" "y">\n<svg>',
      extension: "svg",
    },
    { head: "\n <!DOCTYPE html><html>", extension: "html" },
    { head: "<script>alert(1)</script>", extension: "html" },
    { head: "plain words", extension: null },
    { head: "", extension: null },
  ])("reads $head as $extension", ({ head, extension }) => {
    expect(sniff(bytes(head))).toBe(extension);
  });
});

describe("chooseExtension", () => {
  it.each([
    { head: "%PDF-1.7", filename: "holiday.jpg", extension: "pdf" },
    { head: "PK\x03\x04", filename: "产品手册.docx", extension: "docx" },
    { head: "PK\x03\x04", filename: "x.exe", extension: "zip" },
    { head: "WEBVTT\n\n", filename: "captions.vtt", extension: "vtt" },
    { head: "no picture at all", filename: "fake.png", extension: "bin" },
    { head: "<html>", filename: "notes.txt", extension: "html" },
    { head: "words", filename: "page.html", extension: "bin" },
    { head: "words", filename: undefined, extension: "bin" },
  ])("stores $filename that begins with $head as .$extension", ({ head, filename, extension }) => {
    expect(chooseExtension(bytes(head), filename)).toBe(extension);
  });

  it("leaves nothing a browser would run as a page of ours", () => {
    for (const extension of ["html", "xml", "xhtml", "js", "mjs", "swf", "unknown"]) {
      expect(contentTypeOf(extension)).toEqual({
        mimeType: "application/octet-stream",
        disposition: "attachment",
      });
    }
  });
});
