import { attachmentHeader } from './attachment-header.js';
import { checkedType, UNKNOWN_TYPE } from './checked-type.js';
import { planMedia } from './media-plan.js';

const info = { mimeType: 'image/png', viewOnce: false };
const policy = { download: true, maxBytes: 100 };

describe('planMedia', () => {
  it.each([
    ['what is small enough', { ...info, size: 100 }, policy, 'pending', null],
    ['what has no known size', info, policy, 'pending', null],
    ['not what is too large', { ...info, size: 101 }, policy, 'skipped', 'too-large'],
    ['not what is seen once, whatever else', { ...info, viewOnce: true, size: 1 }, policy, 'skipped', 'view-once'],
    ['nothing when told so', info, { ...policy, download: false }, 'skipped', 'downloads-off'],
  ])('downloads %s', (_, media, set, state, reason) => {
    expect(planMedia(media, set)).toEqual({ state, reason });
  });
});

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const OGG = Buffer.from(`4f676753${'00'.repeat(24)}4f70757348656164${'00'.repeat(40)}`, 'hex');
const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj');
const MP4 = Buffer.from(`00000020${Buffer.from('ftypisom').toString('hex')}${'00'.repeat(24)}`, 'hex');

describe('checkedType', () => {
  it.each<[string, Buffer, unknown]>([
    ['image/png', PNG, 'image/png'],
    ['image/jpeg', PNG, 'image/png'],
    ['audio/ogg; codecs=opus', OGG, expect.stringMatching(/^audio\//)],
    ['audio/mp4', MP4, expect.stringMatching(/^video\/mp4|^audio\//)],
    ['video/mp4', PNG, null],
    ['image/png', PDF, null],
    ['image/png', Buffer.alloc(0), null],
    ['image/svg+xml', Buffer.from('<svg onload="alert(1)"/>'), null],
    ['application/pdf', PDF, 'application/pdf'],
    ['application/pdf', PNG, 'image/png'],
    ['text/html', Buffer.from('<html>'), 'text/plain; charset=utf-8'],
    ['application/xml', Buffer.from('<?xml version="1.0"?><a/>'), UNKNOWN_TYPE],
    ['text/csv', Buffer.from('näme;größe\n'.repeat(1_000)), 'text/plain; charset=utf-8'],
    ['application/x', Buffer.from([0, 1, 2, 3]), UNKNOWN_TYPE],
    ['application/x', Buffer.alloc(0), UNKNOWN_TYPE],
    ['', Buffer.from([0x80, 0x81, 0x82]), UNKNOWN_TYPE],
  ])('of a claim of %j', async (claim, content, type) => {
    expect(await checkedType(claim, content)).toEqual(type);
  });
});

describe('attachmentHeader', () => {
  it.each([
    ['plain.pdf', 'plain.pdf', 'plain.pdf'],
    ['a"b\\c%.pdf', 'c_.pdf', 'c%25.pdf'],
    ['../../etc/passwd', 'passwd', 'passwd'],
    ['..', 'attachment', 'attachment'],
    ['größe (1).pdf', 'gr__e (1).pdf', 'gr%C3%B6%C3%9Fe%20%281%29.pdf'],
    ['a\r\nSet-Cookie: x', 'aSet-Cookie: x', 'aSet-Cookie%3A%20x'],
    ['\u202efdp.exe', 'fdp.exe', 'fdp.exe'],
    ['\ud800', '_', '%EF%BF%BD'],
  ])('of %j', (name, ascii, encoded) => {
    expect(attachmentHeader(name)).toBe(`attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`);
  });
});
