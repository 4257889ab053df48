import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sites } from '@/sites/index';
import { isSelfHosted } from '@/sites/own-sites';

/** Answers whoever puts it into a page with the ids of the sites to host oneself that know this page's composer. */
export default defineUnlistedScript(() =>
  sites.filter((site) => isSelfHosted(site) && site.composer(document)).map(({ id }) => id),
);
