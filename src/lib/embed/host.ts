/** What `/embed.js` is: put into an article, it brings its `<dateline-story>` elements to life. */
import { followArticle } from './article';
import { StoryElement } from './story-element';

// A page may have it twice.
if (!customElements.get('dateline-story')) {
  customElements.define('dateline-story', StoryElement);
  followArticle();
}
