// A listbox of options of any height, of which only those near the view are elements once there are many; options are asked for as they are drawn.
// One tab stop: the keys go from option to option, typing leads to the one that begins so. Knows nothing of what an option shows.

import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import { listKeys } from './listKeys.ts';
import styles from './OptionList.module.css';
import { placeTyped, type Typed, typedWith } from './typeAhead.ts';
import { useRowWindow } from './useRowWindow.ts';

/** Up to so many options all are elements. */
const mostDrawn = 200;

/** The option alone, one more or one less, or all from where the keys were as far as it. */
export type PressHow = 'alone' | 'adding' | 'extending';

export interface OptionListProps {
  /** Accessible name. */
  readonly label: string;
  readonly count: number;
  /** What the options are of: another value is another list, which begins at its top. */
  readonly of?: unknown;
  /** Height of an option that was not drawn yet, in CSS pixels; a whole number. */
  readonly usualPx: number;
  /** The option that the keys are at; −1 for none. A change brings it into view. */
  readonly at: number;
  /** The keys go there. */
  readonly onMove: (at: number) => void;
  readonly isSelected: (at: number) => boolean;
  /** A click, Enter or Space. */
  readonly onPress: (at: number, how: PressHow) => void;
  /** Several can be selected: then Space adds, and Shift goes as far as a place. */
  readonly isMultiple?: boolean;
  /** Control or Command with A, where several can be selected. */
  readonly onAll?: (() => void) | undefined;
  /** What typing is held against; undefined where it is not known yet. */
  readonly nameOf: (at: number) => string | undefined;
  /** Keys that mean something else where they begin a word. */
  readonly otherKeys?: string | undefined;
  /** Keys that are none of the list's. */
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  /** An identity that stays with the option when its place changes. */
  readonly keyOf?: ((at: number) => string | number) | undefined;
  readonly renderOption: (at: number) => ReactNode;
  readonly ref?: Ref<OptionListHandle> | undefined;
}

export interface OptionListHandle {
  readonly focus: () => void;
}

/** Fills its flex parent. */
export function OptionList(props: OptionListProps) {
  const { label, count, at, isSelected, onMove, onPress, nameOf, otherKeys = '', keyOf, renderOption } = props;
  const { shown, topOf, scroll, reveal } = useRowWindow({
    count,
    of: props.of,
    usualPx: props.usualPx,
    active: at,
  });
  const id = useId();
  const typed = useRef<Typed>(undefined);
  const isMany = count > mostDrawn;
  const drawn = isMany ? shown : Array.from({ length: count }, (_, place) => place);
  useImperativeHandle(props.ref, () => ({ focus: () => scroll.area.current?.focus({ preventScroll: true }) }));
  // In step with the scroll position of the area.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another option, or another list, moves it
  useLayoutEffect(() => {
    if (at >= 0 && at < count) reveal(at);
  }, [at, props.of]);

  const placeByTyping = (event: KeyboardEvent): number | undefined => {
    const next = typedWith(typed.current, event);
    const begins = next !== undefined && [...next.text].length === 1;
    typed.current = begins && otherKeys.includes(next.text) ? undefined : next;
    return typed.current && placeTyped(typed.current, at, count, nameOf);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(scroll.viewNow() / props.usualPx) - 1);
    const moved = listKeys(event, at, count, page);
    const place = moved ?? placeByTyping(event);
    const isMultiple = props.isMultiple === true;
    const isModified = event.ctrlKey || event.metaKey;
    const isPressed = at >= 0 && !event.altKey && (event.key === 'Enter' || event.key === ' ');
    if (isMultiple && event.shiftKey && moved !== undefined) onPress(moved, 'extending');
    else if (place !== undefined) onMove(place);
    else if (isPressed && (isMultiple || !isModified)) onPress(at, isMultiple ? pressOfKey(event) : 'alone');
    else if (isMultiple && isModified && !event.altKey && event.key.toLowerCase() === 'a') props.onAll?.();
    else {
      props.onKeyDown?.(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={scroll.areaRef}
      role="listbox"
      aria-label={label}
      aria-multiselectable={props.isMultiple || undefined}
      tabIndex={0}
      aria-activedescendant={at < 0 || at >= count ? undefined : `${id}-${at}`}
      className={styles.area}
      onScroll={scroll.onScroll}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.options} style={{ height: scroll.contentPx }}>
        {drawn.map((place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and takes the keys
          <div
            role="option"
            key={keyOf?.(place) ?? place}
            id={`${id}-${place}`}
            data-at={place}
            tabIndex={-1}
            aria-selected={isSelected(place)}
            aria-posinset={isMany ? place + 1 : undefined}
            aria-setsize={isMany ? count : undefined}
            data-standing={place === at || undefined}
            className={styles.option}
            style={{ transform: `translateY(${topOf(place)}px)` }}
            onClick={(event) => onPress(place, props.isMultiple === true ? pressOfClick(event) : 'alone')}
          >
            {renderOption(place)}
          </div>
        ))}
      </div>
    </div>
  );
}

type Modifiers = Pick<KeyboardEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>;

function pressOfClick({ shiftKey, ctrlKey, metaKey }: Modifiers): PressHow {
  return shiftKey ? 'extending' : ctrlKey || metaKey ? 'adding' : 'alone';
}

function pressOfKey(event: Modifiers & Pick<KeyboardEvent, 'key'>): PressHow {
  return event.key === ' ' && !event.shiftKey ? 'adding' : pressOfClick(event);
}
