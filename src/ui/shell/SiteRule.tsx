import type { LauncherPage } from '../../core/view/launcher.ts';
import { Button } from '../kit/Button.tsx';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

/** The button that edits the rule for the page's site, and a warning where that rule no longer finds anything. */
export function SiteRule({ page, onEdit }: { page: LauncherPage; onEdit: () => void }) {
  const text = useText();
  // An unreadable page has an empty address: its context holds only what the person said, such as a number.
  if (page.state !== 'read' || page.context.url === '') return null;
  const { site } = page;
  const edit = (
    <Button variant="quiet" icon="page" onClick={onEdit}>
      {text(site ? 'site_edit' : 'site_make')}
    </Button>
  );
  if (site?.health !== 'broken') return <div className="row">{edit}</div>;
  return (
    <Notice tone="warn" title={text('site_broken', { name: site.name })} actions={edit}>
      {text('site_broken_remedy')}
    </Notice>
  );
}
