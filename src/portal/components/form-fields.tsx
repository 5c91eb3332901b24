/**
 * The form pattern: a summary of what is wrong on top, each fault again beside its field, everything typed kept.
 * A field says why it asks.
 */
import type { ReactElement } from 'react';
import type { FieldFault } from '#kernel/refusal.ts';

function faultOf(faults: readonly FieldFault[], name: string): string | undefined {
  return faults.find((fault) => fault.path === name)?.message;
}

/** Focusable, and before the form, so that it is read first (WCAG 3.3.1). */
export function ErrorSummary(props: {
  readonly what: string;
  readonly todo?: string | undefined;
  readonly faults: readonly FieldFault[];
}): ReactElement {
  return (
    <div className="error-summary" role="alert" tabIndex={-1}>
      <h2>{props.what}</h2>
      {props.todo === undefined ? null : <p>{props.todo}</p>}
      {props.faults.length === 0 ? null : (
        <ul>
          {props.faults.map((fault) => (
            <li key={`${fault.path} ${fault.message}`}>
              <a href={`#${fault.path}`}>{fault.message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface FieldProps {
  readonly name: string;
  readonly title: string;
  /** Why it is asked, or how to fill it. */
  readonly hint?: string;
  readonly faults?: readonly FieldFault[];
}

function describedBy(props: FieldProps): string | undefined {
  const ids = [
    ...(props.hint === undefined ? [] : [`${props.name}-hint`]),
    ...(faultOf(props.faults ?? [], props.name) === undefined ? [] : [`${props.name}-fault`]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
}

function FieldNotes(props: FieldProps): ReactElement {
  const fault = faultOf(props.faults ?? [], props.name);
  return (
    <>
      {props.hint === undefined ? null : (
        <p className="field-hint" id={`${props.name}-hint`}>
          {props.hint}
        </p>
      )}
      {fault === undefined ? null : (
        <p className="field-error" id={`${props.name}-fault`}>
          {fault}
        </p>
      )}
    </>
  );
}

export function TextField(
  props: FieldProps & { readonly typed?: string | undefined; readonly longest?: number },
): ReactElement {
  const fault = faultOf(props.faults ?? [], props.name);
  return (
    <div className="field">
      <label htmlFor={props.name}>{props.title}</label>
      <FieldNotes {...props} />
      <input
        id={props.name}
        name={props.name}
        defaultValue={props.typed}
        maxLength={props.longest}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={describedBy(props)}
      />
    </div>
  );
}

/** A text of several lines. */
export function TextAreaField(
  props: FieldProps & {
    readonly typed?: string | undefined;
    readonly longest?: number;
    readonly rows?: number;
  },
): ReactElement {
  const fault = faultOf(props.faults ?? [], props.name);
  return (
    <div className="field">
      <label htmlFor={props.name}>{props.title}</label>
      <FieldNotes {...props} />
      <textarea
        id={props.name}
        name={props.name}
        rows={props.rows ?? 6}
        maxLength={props.longest}
        defaultValue={props.typed}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={describedBy(props)}
      />
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly title: string;
}

/** One of many, in a list that opens. */
export function SelectField(
  props: FieldProps & {
    readonly choices: readonly Choice[];
    readonly typed?: string | undefined;
    /** What the empty choice says. */
    readonly anyTitle: string;
  },
): ReactElement {
  return (
    <div className="field">
      <label htmlFor={props.name}>{props.title}</label>
      <FieldNotes {...props} />
      <select
        id={props.name}
        name={props.name}
        defaultValue={props.typed ?? ''}
        aria-describedby={describedBy(props)}
      >
        <option value="">{props.anyTitle}</option>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One of few, all of them in sight. */
export function ChoiceField(
  props: FieldProps & { readonly choices: readonly Choice[]; readonly typed: string },
): ReactElement {
  return (
    <fieldset className="field" id={props.name} aria-describedby={describedBy(props)}>
      <legend>{props.title}</legend>
      <FieldNotes {...props} />
      {props.choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={props.name}
            value={choice.value}
            defaultChecked={choice.value === props.typed}
          />
          <span>{choice.title}</span>
        </label>
      ))}
    </fieldset>
  );
}
