interface SwitchProps {
  label: string;
  on: boolean;
  disabled?: boolean;
  /** Id of the element that says what it does. */
  describedBy?: string;
  onChange(on: boolean): void;
}

export function Switch({ label, on, disabled = false, describedBy, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        aria-describedby={describedBy}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
