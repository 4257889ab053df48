import { useState } from 'preact/hooks';
import { numberText } from '@/ui/models/amount';
import { text } from '@/ui/text';

const [least, most] = [50, 4_000];
/** Of English. */
const wordsPerToken = 0.75;

interface PromptsBudgetProps {
  budget: number;
  /** With each keystroke that leaves a number that may be. */
  onInput(tokens: number): void;
  /** When the user is done. */
  onChange(tokens: number): void;
}

/** The most tokens that memories may add to a prompt. */
export function PromptsBudget({ budget, onInput, onChange }: PromptsBudgetProps) {
  const [typed, setTyped] = useState(String(budget));

  const take = (words: string) => {
    setTyped(words);
    const tokens = tokensIn(words);
    if (tokens !== undefined) onInput(tokens);
  };
  const finish = () => {
    setTyped(String(budget));
    onChange(budget);
  };

  return (
    <div class="prompts-choice">
      <h2>
        <label for="budget">{text('budget')}</label>
      </h2>
      <div class="field prompts-budget">
        <input
          id="budget"
          type="number"
          min={least}
          max={most}
          step={50}
          value={typed}
          aria-describedby="budget-meaning"
          onInput={(event) => take(event.currentTarget.value)}
          onChange={finish}
        />
      </div>
      <p class="meta" id="budget-meaning">
        {text('budgetMeans', numberText(Math.round(budget * wordsPerToken)))}
      </p>
    </div>
  );
}

function tokensIn(words: string): number | undefined {
  const tokens = Number(words);
  return Number.isInteger(tokens) && tokens >= least && tokens <= most ? tokens : undefined;
}
