import { useEffect, useState } from 'preact/hooks';
import { type View, views } from '@/ui/manager/views';

/** The view that the page's address names, kept up as it changes. */
export function useView(): View {
  const [view, setView] = useState(viewInAddress);

  useEffect(() => {
    const stopped = new AbortController();
    window.addEventListener('hashchange', () => setView(viewInAddress()), stopped);
    return () => stopped.abort();
  }, []);

  return view;
}

function viewInAddress(): View {
  return views.find(({ id }) => `#${id}` === location.hash) ?? views[0];
}
