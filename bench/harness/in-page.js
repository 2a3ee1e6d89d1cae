/**
 * What the harness does inside a page, put there before anything of the page runs. Plain JavaScript: it goes to the browser as it stands.
 * Times are milliseconds.
 */
(() => {
  /** @type {Set<CanvasRenderingContext2D>} */
  const flat = new Set();
  /**
   * Drawn on since a pixel was last read from them. To read one where nothing was drawn would cost a page a part of a millisecond that it does
   * not spend without us.
   * @type {Set<WebGL2RenderingContext>}
   */
  const unread = new Set();

  const getContext = HTMLCanvasElement.prototype.getContext;
  /**
   * Remembers what is drawn on. With the option a canvas stays on the GPU, if that is where it is, though it is read.
   * @this {HTMLCanvasElement}
   * @param {string} kind
   * @param {object} [options]
   */
  function watchedContext(kind, options) {
    const given = kind === '2d' ? { willReadFrequently: false, ...options } : options;
    const context = Reflect.apply(getContext, this, [kind, given]);
    if (context instanceof CanvasRenderingContext2D) flat.add(context);
    return context;
  }
  HTMLCanvasElement.prototype.getContext = /** @type {typeof getContext} */ (watchedContext);

  /** @type {Record<string, Function>} */
  const gl = /** @type {any} */ (WebGL2RenderingContext.prototype);
  for (const name of [
    'clear',
    'drawArrays',
    'drawElements',
    'drawArraysInstanced',
    'drawElementsInstanced'
  ]) {
    const draw = /** @type {Function} */ (gl[name]);
    /**
     * @this {WebGL2RenderingContext}
     * @param {unknown[]} given
     */
    gl[name] = function (...given) {
      unread.add(this);
      return Reflect.apply(draw, this, given);
    };
  }

  const request = globalThis.requestAnimationFrame.bind(globalThis);
  const cancel = globalThis.cancelAnimationFrame.bind(globalThis);
  /** @type {Map<number, FrameRequestCallback> | null} */
  let sameFrame = null;
  let id = 0;
  globalThis.requestAnimationFrame = (callback) => {
    if (!sameFrame) return request(callback);
    sameFrame.set(--id, callback);
    return id;
  };
  globalThis.cancelAnimationFrame = (handle) => {
    if (!sameFrame?.delete(handle)) cancel(handle);
  };

  /**
   * Does something at the beginning of a frame, as browsers do with a pointer that has moved: the page's own work for the frame, where it
   * asks for any, comes after it in the same frame.
   * @template T
   * @param {() => T} action
   * @returns {Promise<T>} settles within the frame
   */
  function atFrameStart(action) {
    return new Promise((resolve) => {
      request(() => {
        sameFrame = new Map();
        resolve(action());
      });
      request((now) => {
        const asked = sameFrame ?? new Map();
        sameFrame = null;
        for (const callback of asked.values()) callback(now);
      });
    });
  }

  /** @param {number} ms */
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  const { port1, port2 } = new MessageChannel();
  /** Settles in a task of its own: after the frame, where it is asked for within one. */
  const afterFrame = () =>
    new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });

  const pixel = new Uint8Array(4);

  /** @param {{ readonly canvas: HTMLCanvasElement | OffscreenCanvas }} context */
  const onPage = ({ canvas }) => canvas instanceof HTMLCanvasElement && canvas.isConnected;

  /**
   * Settles when every canvas of the page holds all that was drawn on it, which a pixel read from it waits for, and the page has laid out and
   * painted. What the browser then does to bring them to the screen is not waited for.
   */
  async function finished() {
    for (const context of flat) {
      if (onPage(context)) context.getImageData(0, 0, 1, 1);
    }
    for (const context of unread) {
      if (!onPage(context)) continue;
      context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, pixel);
      unread.delete(context);
    }
    await afterFrame();
  }

  const bench = () => {
    if (!globalThis.bench) throw new Error('This page offers no window.bench.');
    return globalThis.bench;
  };

  const harness = {
    /**
     * Loads `n` events that are there before the clock runs.
     * @param {number} n
     * @returns {Promise<{ ms: number, longestTask: number }>} `longestTask` of the main thread; 0: none of more than 50 ms
     */
    async load(n) {
      const events = bench().data(n);
      globalThis.benchData = () => events;
      await sleep(200);
      let longestTask = 0;
      /** @param {PerformanceEntryList} entries */
      const note = (entries) => {
        for (const { duration } of entries) longestTask = Math.max(longestTask, duration);
      };
      const observer = new PerformanceObserver((list) => note(list.getEntries()));
      observer.observe({ type: 'longtask' });
      // In a task of its own, so that it counts as one.
      await sleep(0);
      const start = performance.now();
      await bench().load(n);
      await finished();
      const ms = performance.now() - start;
      await sleep(100);
      note(observer.takeRecords());
      observer.disconnect();
      globalThis.benchData = undefined;
      return { ms, longestTask };
    },

    /**
     * One step after the other, each begun when the one before has come to rest.
     * @param {readonly (readonly [number, number])[]} windows
     * @returns {Promise<number[]>} how long each took
     */
    async steps(windows) {
      const taken = [];
      for (const [from, to] of windows) {
        await atFrameStart(() => {});
        await atFrameStart(() => {});
        const { start, drawn } = await atFrameStart(() => ({
          start: performance.now(),
          drawn: bench().scrub(from, to)
        }));
        await drawn;
        await finished();
        taken.push(performance.now() - start);
      }
      return taken;
    },

    /**
     * @param {readonly [number, number]} window
     * @returns {Promise<number>} what the page says that it shows
     */
    async count([from, to]) {
      await bench().scrub(from, to);
      await finished();
      return bench().visibleCount();
    },

    /**
     * A call in every frame, none awaited but the last, until there are no more windows or `ms` have passed.
     * @param {readonly (readonly [number, number])[]} windows
     * @param {number} ms
     */
    async drag(windows, ms) {
      const settled = new Set();
      const before = bench().frames;
      const start = performance.now();
      let [calls, called] = [0, start];
      let last = Promise.resolve();
      for (const [from, to] of windows) {
        if (performance.now() - start > ms) break;
        await atFrameStart(() => {
          called = performance.now();
          last = bench().scrub(from, to);
        });
        void last.then(() => settled.add(document.timeline.currentTime));
        calls++;
      }
      const lasted = performance.now() - start;
      const after = bench().frames;
      // A page that does not count its pictures draws one, by the contract, for each frame in which calls come to rest.
      const pictures = before === null || after === null ? settled.size : after - before;
      await last;
      await finished();
      return {
        calls,
        picturesPerSecond: (pictures / lasted) * 1000,
        late: performance.now() - called
      };
    },

    /**
     * @param {readonly (readonly [number, number])[]} points CSS pixels of the map
     * @returns {Promise<number[] | null>} how long each answer took; null where the page offers none
     */
    async hover(points) {
      if (!bench().hover) return null;
      const taken = [];
      for (const [x, y] of points) {
        const start = performance.now();
        await bench().hover?.(x, y);
        taken.push(performance.now() - start);
        await afterFrame();
      }
      return taken;
    }
  };
  Object.assign(globalThis, { harness });
})();
