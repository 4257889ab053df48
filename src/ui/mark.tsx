/** The product's sign: one line through three dots. */
export function Mark({ size }: { size: number }) {
  return (
    <svg class="mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <path d="M0 22H6C19 22 13 10 26 10H32" />
      <circle cx="6" cy="22" r="4" />
      <circle cx="16" cy="16" r="4" />
      <circle cx="26" cy="10" r="4" />
    </svg>
  );
}
