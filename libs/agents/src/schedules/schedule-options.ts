/** When something is done again and again: by the clock on the wall, or at a steady rhythm. */
export type Rhythm =
  | {
      /**
       * Cron with five fields, or six with seconds first, read as local times of `zone`. Each local time comes once: one that a
       * clock change skips comes at the next instant that exists, one that it repeats comes the first time.
       */
      readonly cron: string;
      /** IANA name. Defaults to UTC. */
      readonly zone?: string;
      readonly everyMs?: undefined;
    }
  | {
      /** Counted from 1970, so that every process means the same instants. At least 1,000 ms. */
      readonly everyMs: number;
      readonly cron?: undefined;
      readonly zone?: undefined;
    };

export type ScheduleOptions = Rhythm & {
  /** Stable: the slots in the database belong to it. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  /**
   * Slots missed while nobody ran are made up for when they are no older than this. The latest missed one always is. Defaults
   * to 0 ms.
   */
  readonly catchUpMs?: number;
};
