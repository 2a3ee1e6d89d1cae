/** Words of what a reader does with the present view. */
export const pageTools = {
  copyLink: 'Copy link to this view',
  copied: 'Link copied',
  copyFailed: 'The link could not be copied; it is in the address bar',
  share: 'Share and embed',
  shareFailed: 'Sharing did not load; press again to try again'
};
