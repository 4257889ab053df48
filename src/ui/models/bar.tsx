interface BarProps {
  label: string;
  share: number;
  /** False while it stands still. */
  isMoving?: boolean;
  /** What is read out in place of a bare percentage. */
  words: string;
}

export function Bar({ label, share, isMoving = true, words }: BarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      class="bar"
      data-moving={isMoving}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={words}
    >
      <svg width="100%" height="4" aria-hidden="true" focusable="false">
        <rect class="bar-done" width={`${percent}%`} height="4" rx="2" />
      </svg>
    </div>
  );
}
