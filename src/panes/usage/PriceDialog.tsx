// Asks for the price of a model. Kept in this browser; nothing is looked up anywhere.

import { type FormEvent, useId, useState } from 'react';
import { priceOf } from '../../analysis/cost.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { type PriceDraft, readPrice } from './costs.ts';
import styles from './PriceDialog.module.css';

export interface PriceDialogProps {
  readonly model: string;
  readonly onClose: () => void;
}

const fields = [
  ['currency', 'Currency'],
  ['prompt', 'Prompt, per million tokens'],
  ['generation', 'Generation, per million tokens'],
  ['cached', 'Cached prompt, per million tokens (optional)'],
] as const;

export function PriceDialog({ model, onClose }: PriceDialogProps) {
  const prices = useStore((state) => state.preferences.prices);
  const { setPreferences } = useStore.getState();
  const id = useId();
  const known = priceOf(prices, model);
  const [draft, setDraft] = useState<PriceDraft>({
    currency: known?.currency ?? 'USD',
    prompt: known === undefined ? '' : String(known.prompt),
    generation: known === undefined ? '' : String(known.generation),
    cached: known?.cached === undefined ? '' : String(known.cached),
  });
  const [problems, setProblems] = useState<Partial<PriceDraft>>({});

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const read = readPrice(draft);
    if ('price' in read) {
      setPreferences({ prices: { ...prices, [model]: read.price } });
      onClose();
      return;
    }
    setProblems(read.problems);
    const [wrong] = fields.find(([key]) => read.problems[key] !== undefined) ?? [];
    if (wrong) form.querySelector<HTMLInputElement>(`[name="${wrong}"]`)?.focus();
  };

  const onRemove = () => {
    setPreferences({ prices: Object.fromEntries(Object.entries(prices).filter(([name]) => name !== model)) });
    onClose();
  };

  return (
    <Dialog
      title="Price"
      isOpen
      onClose={onClose}
      footer={
        <>
          {known === undefined ? null : <Button onClick={onRemove}>Remove price</Button>}
          <Button variant="outline" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={id}>
            Save price
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={onSubmit} className={styles.form}>
        <p className={styles.intro}>
          Of <PreviewText text={model} className={styles.model} />. It stays in this browser, and holds for every
          response of this model.
        </p>
        {fields.map(([key, label]) => (
          <div key={key} className={styles.field}>
            <label htmlFor={`${id}-${key}`}>{label}</label>
            <input
              id={`${id}-${key}`}
              name={key}
              inputMode={key === 'currency' ? undefined : 'decimal'}
              value={draft[key]}
              autoComplete="off"
              spellCheck={false}
              aria-invalid={problems[key] === undefined ? undefined : true}
              aria-describedby={problems[key] === undefined ? undefined : `${id}-${key}-problem`}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setDraft((now) => ({ ...now, [key]: value }));
              }}
            />
            {problems[key] === undefined ? null : (
              <p id={`${id}-${key}-problem`} className={styles.problem}>
                {problems[key]}
              </p>
            )}
          </div>
        ))}
      </form>
    </Dialog>
  );
}
