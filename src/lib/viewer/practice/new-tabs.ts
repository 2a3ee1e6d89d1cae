import type { Attachment } from 'svelte/attachments';

/**
 * Makes every link inside open in a new tab, and say so by the element whose id is `words`: the answers are in this page alone, and would be
 * lost with it.
 */
export function inNewTabs(words: string): Attachment {
  return (holder) => {
    const mark = () => {
      for (const link of holder.querySelectorAll<HTMLAnchorElement>('a[href]:not([target])')) {
        link.target = '_blank';
        link.relList.add('noopener');
        link.setAttribute('aria-describedby', words);
      }
    };
    mark();
    const watch = new MutationObserver(mark);
    watch.observe(holder, { childList: true, subtree: true });
    return () => watch.disconnect();
  };
}
