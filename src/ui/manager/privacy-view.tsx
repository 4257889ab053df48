import { categories } from '@/memory/categories';
import type { Settings } from '@/memory/settings';
import { useConnections } from '@/ui/connections';
import { categoriesMean, categoryNames } from '@/ui/manager/privacy-words';
import { Problem } from '@/ui/problem';
import { Switch } from '@/ui/switch';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';
import { useLive } from '@/ui/use-live';

/** What memories may be about, and what is never kept whatever is chosen. */
export function PrivacyView() {
  const { live } = useConnections();
  const settings = useLive(() => live.settings(), []);
  return settings ? <Privacy settings={settings} /> : null;
}

function Privacy({ settings: { keptCategories } }: { settings: Settings }) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();

  return (
    <>
      <p class="lead">{text('privacyMeans')}</p>
      <section class="part" aria-labelledby="kept-categories">
        <h2 id="kept-categories">{text('keptCategories')}</h2>
        <p>{text('keptCategoriesMean')}</p>
        <div class="switches">
          {categories.map((category) => (
            <div key={category} class="choice">
              <Switch
                label={text(categoryNames[category])}
                on={keptCategories[category]}
                describedBy={`means-${category}`}
                onChange={(on) =>
                  attempt(() => send('changeSettings', { keptCategories: { [category]: on } }))
                }
              />
              <p class="meta" id={`means-${category}`}>
                {text(categoriesMean[category])}
              </p>
            </div>
          ))}
          <Problem words={problem} />
        </div>
      </section>
      <section class="part" aria-labelledby="never-kept">
        <h2 id="never-kept">{text('neverKept')}</h2>
        <p>{text('neverKeptMeans')}</p>
      </section>
    </>
  );
}
