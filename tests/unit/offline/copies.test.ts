import { describe, expect, it } from 'vitest';
import { bytesOf, Copies } from '../../../src/lib/offline/copies';
import { fakeDevice, quietly, ROOT } from './fake-device';

const SITE = { '': 'home', 'stories/a/': 'page of a', 'basemap/world': 'land' };

describe('copies of stories on a device', () => {
  it('are complete when every file has come, and say when that was and how large they are', async () => {
    const device = fakeDevice(SITE);
    const copies = new Copies(device);
    const list = device.list('a');
    const told: number[] = [];
    await copies.save(list, { ...quietly(), onprogress: (bytes) => told.push(bytes) });
    expect(await copies.list()).toEqual([
      { story: 'a', version: list.version, bytes: bytesOf(list), savedAt: 1000 }
    ]);
    expect(told.at(-1)).toBe(bytesOf(list));
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });

  it('give a file by its address, and nothing for what they do not have', async () => {
    const device = fakeDevice(SITE);
    const copies = new Copies(device);
    await copies.save(device.list('a'), quietly());
    const found = await copies.find(`${ROOT}stories/a/`);
    expect(await found?.response.text()).toBe('page of a');
    expect(found?.copy.story).toBe('a');
    expect(await copies.find(`${ROOT}stories/b/`)).toBeNull();
  });

  it('go on where an attempt broke off, and are of no use before', async () => {
    const device = fakeDevice(SITE);
    const copies = new Copies(device);
    const list = device.list('a');
    device.files.delete('basemap/world');
    await expect(copies.save(list, quietly())).rejects.toThrow('basemap/world answered 404');
    expect(await copies.list()).toMatchObject([{ story: 'a', savedAt: null }]);
    expect(await copies.find(`${ROOT}stories/a/`)).toBeNull();
    device.files.set('basemap/world', 'land');
    device.asked.length = 0;
    await copies.save(list, quietly());
    expect(device.asked).toEqual(['basemap/world']);
    expect(await copies.list()).toMatchObject([{ savedAt: 1000 }]);
  });

  it('are replaced by a newer version, of which only what has changed is fetched', async () => {
    const device = fakeDevice(SITE);
    const copies = new Copies(device);
    await copies.save(device.list('a'), quietly());
    device.files.set('stories/a/', 'page of a, mended');
    device.asked.length = 0;
    device.clock = 2000;
    await copies.save(device.list('a'), quietly());
    expect(device.asked).toEqual(['stories/a/']);
    expect(await copies.list()).toMatchObject([{ savedAt: 2000 }]);
    expect(await (await copies.find(`${ROOT}stories/a/`))?.response.text()).toBe(
      'page of a, mended'
    );
  });

  it('stay as they were while a newer version does not come', async () => {
    const device = fakeDevice(SITE);
    const copies = new Copies(device);
    await copies.save(device.list('a'), quietly());
    device.files.set('stories/a/', 'page of a, mended');
    const list = device.list('a');
    device.online = false;
    await expect(copies.save(list, quietly())).rejects.toThrow('no network');
    expect(await (await copies.find(`${ROOT}stories/a/`))?.response.text()).toBe('page of a');
  });

  it('do not take an older file for a newer one, and say so when the site has no newer one', async () => {
    const device = fakeDevice(SITE);
    const copies = new Copies(device);
    const before = device.list('a');
    device.files.set('stories/a/', 'page of a, mended');
    const list = device.list('a');
    device.files.set('stories/a/', 'page of a');
    await copies.save(list, quietly());
    expect(await copies.list()).toMatchObject([{ version: '', savedAt: 1000 }]);
    expect(await copies.missing(list)).toBe('page of a, mended'.length);
    expect(await copies.missing(before)).toBe(0);
    device.files.set('stories/a/', 'page of a, mended');
    device.asked.length = 0;
    await copies.save(list, quietly());
    expect(device.asked).toEqual(['stories/a/']);
    expect(await copies.list()).toMatchObject([{ version: list.version }]);
  });

  it('share what two stories have in common', async () => {
    const device = fakeDevice(SITE);
    const copies = new Copies(device);
    await copies.save(device.list('a'), quietly());
    device.files.set('stories/b/', 'page of b');
    const list = device.list('b');
    expect(await copies.missing(list)).toBe('page of b'.length);
    device.asked.length = 0;
    await copies.save(list, quietly());
    expect(device.asked).toEqual(['stories/b/']);
  });

  it('end when the reader stops, and what has come stays for going on', async () => {
    const device = fakeDevice(SITE);
    const copies = new Copies(device);
    const stop = new AbortController();
    const saving = copies.save(device.list('a'), {
      onprogress: () => stop.abort('stopped'),
      signal: stop.signal
    });
    await expect(saving).rejects.toBe('stopped');
    expect(await copies.list()).toMatchObject([{ story: 'a', savedAt: null }]);
    await copies.save(device.list('a'), quietly());
    expect([...device.asked].sort()).toEqual(['', 'basemap/world', 'stories/a/']);
  });

  it('do not come back when they are read while they are removed', async () => {
    const device = fakeDevice(SITE);
    const copies = new Copies(device);
    await copies.save(device.list('a'), quietly());
    await Promise.all([copies.find(`${ROOT}stories/a/`), copies.remove('a'), copies.list()]);
    expect([...device.kept.keys()]).toEqual([]);
  });

  it('are removed one by one, and leave those of other sites of the host alone', async () => {
    const device = fakeDevice(SITE);
    const copies = new Copies(device);
    await device.caches.open('somebody else’s');
    const above = new Copies({
      ...device,
      root: 'https://example.org/',
      fetch: async () => new Response('home')
    });
    await copies.save(device.list('a'), quietly());
    await copies.save(device.list('b'), quietly());
    await above.save(device.list('a'), quietly());
    await copies.remove('a');
    expect(await copies.list()).toMatchObject([{ story: 'b' }]);
    expect(await above.list()).toMatchObject([{ story: 'a' }]);
    await copies.remove('b');
    await above.remove('a');
    expect([...device.kept.keys()]).toEqual(['somebody else’s']);
  });
});
