import { useId } from 'preact/hooks';

interface SegmentsProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange(value: Value): void;
  /** Id of the element that explains the choice. */
  describedBy?: string;
}

/** A choice of one among few, each always in sight. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { label, options, value: chosen, onChange, describedBy } = props;
  const name = useId();
  return (
    <fieldset class="segments" aria-describedby={describedBy}>
      <legend class="unseen">{label}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChange(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
