import { catalogue } from '@/models/catalogue';
import { FromFolder } from '@/ui/manager/from-folder';
import { Mirror } from '@/ui/manager/mirror';
import { OwnModel } from '@/ui/manager/own-model';
import { More } from '@/ui/models/more';
import { text } from '@/ui/text';

const embeddings = catalogue.filter(({ task }) => task === 'embedding');

/** Ways to a model for those who know what they want. */
export function OtherWays({ modelHost }: { modelHost: string }) {
  return (
    <More summary={text('otherWays')}>
      <OwnModel />
      <FromFolder cards={embeddings} mayBeOwn />
      <Mirror modelHost={modelHost} />
    </More>
  );
}
