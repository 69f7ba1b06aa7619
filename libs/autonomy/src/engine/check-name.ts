/** A number that an action looks at. `explain` has words for each. */
export type CheckName =
  | 'impulsiveness'
  | 'sociability'
  | 'energy'
  | 'shares'
  | 'messages-since'
  | 'momentum'
  | 'speakers'
  | 'pause'
  | 'alive'
  | 'activity'
  | 'company'
  | 'few-in-hour'
  | 'some-in-hour'
  | 'quiet'
  | 'answered-since'
  | 'usual-hour';
