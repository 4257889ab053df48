/** Follows the browser's colour scheme now and later; `mark` writes the site's own marker. */
export function followTheme(mark: (isDark: boolean) => void): void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    document.documentElement.style.colorScheme = query.matches ? 'dark' : 'light';
    mark(query.matches);
  };
  query.addEventListener('change', apply);
  apply();
}
