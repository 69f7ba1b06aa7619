// Made from docs/openapi.json by `npm run openapi`.

export interface paths {
  '/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The way in: a browser is led to /docs, a program gets the addresses as JSON */
    get: operations['RootController_root'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/autonomy/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who changed what about speaking unasked, the latest first */
    get: operations['AutonomyController_notes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/autonomy/feeds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Feeds and links that are shared in groups, the latest first */
    get: operations['FeedsController_list'];
    put?: never;
    /** Lists a feed (RSS or Atom) or a link; a feed is fetched within five minutes */
    post: operations['FeedsController_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/autonomy/feeds/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Takes a feed off the list, with all that it brought */
    delete: operations['FeedsController_remove'];
    options?: never;
    head?: never;
    /** Changes what a feed is called, which groups it is for, or whether it is looked at */
    patch: operations['FeedsController_change'];
    trace?: never;
  };
  '/api/autonomy/feeds/{id}/fetch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Looks at a feed now; what came of it is in the answer */
    post: operations['FeedsController_fetch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/autonomy/groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All groups, the one that was written in last first */
    get: operations['AutonomyGroupsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/autonomy/groups/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A group as the engine sees it now: signals, mood, thresholds, and what it says of them */
    get: operations['AutonomyGroupsController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes the engine or the settings of a group, at once */
    patch: operations['AutonomyGroupsController_change'];
    trace?: never;
  };
  '/api/autonomy/groups/{id}/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The last decisions, taken or not, with what they rest on; the latest first */
    get: operations['AutonomyGroupsController_decided'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/autonomy/groups/{id}/mood': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets, freezes or edits the mood in a group */
    post: operations['AutonomyGroupsController_mood'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/autonomy/groups/{id}/simulate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What it would do in a group now, or if other things were so; nothing is changed or said */
    post: operations['AutonomyGroupsController_simulate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/autonomy/moods': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The moods there are, and what each turns into */
    get: operations['AutonomyController_moods'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/chats/{id}/messages/{messageId}/reaction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reacts to a message, or takes the reaction back */
    post: operations['GesturesController_react[1]'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/chats/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Marks what a contact wrote as read */
    post: operations['GesturesController_markRead[1]'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts chats away: they stay readable and are found as before */
    post: operations['ArchiveController_archive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/archive/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What would be archived, and why */
    post: operations['ArchiveController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/archives': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The archives, the latest first */
    get: operations['ArchiveController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/automations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Automations, the oldest first */
    get: operations['AutomationsController_list'];
    put?: never;
    /** Makes an automation. It concerns what comes from now on */
    post: operations['AutomationsController_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/automations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One automation */
    get: operations['AutomationsController_read'];
    put?: never;
    post?: never;
    /** Deletes an automation, with what it noted */
    delete: operations['AutomationsController_remove'];
    options?: never;
    head?: never;
    /** Changes an automation; what is left out stays */
    patch: operations['AutomationsController_change'];
    trace?: never;
  };
  '/api/conversations/automations/{id}/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What an automation did, the latest first */
    get: operations['AutomationsController_runs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/automations/notifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What automations wanted somebody to look at, the latest first */
    get: operations['AutomationsController_notifications'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/automations/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tells what an automation would have matched, and why. Nothing is done */
    post: operations['AutomationsController_rehearse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/chats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Chats, the latest first */
    get: operations['ChatsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/chats/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One chat */
    get: operations['ChatsController_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes whether and how a chat is answered */
    patch: operations['ChatsController_change'];
    trace?: never;
  };
  '/api/conversations/chats/{id}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The messages of a chat, the latest first */
    get: operations['MessagesController_list'];
    put?: never;
    /** Sends a message in the name of the owner */
    post: operations['OperatorMessagesController_send'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/chats/{id}/messages/{messageId}/reaction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reacts to a message, or takes the reaction back */
    post: operations['GesturesController_react[0]'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/chats/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Marks what a contact wrote as read */
    post: operations['GesturesController_markRead[0]'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/chats/{id}/turns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of each burst of messages in a chat, and why */
    get: operations['TurnsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/cleanup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes what nobody needs any more, or counts it */
    post: operations['CleanupController_cleanUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Exports chats to a file */
    post: operations['ExportsController_start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/exports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the exports, the latest first */
    get: operations['ExportsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/exports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes an export and its file */
    delete: operations['ExportsController_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/exports/{id}/download': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Downloads the file of an export */
    get: operations['ExportsController_download'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Imports a chat that WhatsApp exported */
    post: operations['ImportController_importChat'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/messages/{id}/analyze': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tells the sentiment, category and tags of one message, now */
    post: operations['MetadataController_analyze'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/messages/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Finds messages by their words */
    get: operations['MessagesController_search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/metadata': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Notes what was read and done with, and corrects labels; later runs leave corrections alone */
    post: operations['MetadataController_update'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/metadata/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts to label everything that is not labelled, of all chats or of some */
    post: operations['MetadataController_run'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/outbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was to be sent, and what became of it */
    get: operations['OutboxController_list[0]'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/outbox/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends a draft */
    post: operations['OutboxController_approve[0]'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/outbox/{id}/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Throws a draft away */
    post: operations['OutboxController_discard[0]'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/outbox/{id}/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says what became of a message of which nobody else knows */
    post: operations['OutboxController_resolve[0]'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/scheduled-tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What runs by the clock, and when */
    get: operations['ScheduledTasksController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/scheduled-tasks/{id}/trigger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts a scheduled task now, beside its schedule */
    post: operations['ScheduledTasksController_trigger'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/stats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much there is, and from when to when */
    get: operations['StatsController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/stats/trends': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Volume, sentiment, categories and response times, day by day */
    get: operations['StatsController_readTrends'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/sync': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Compares chats with the phone: stores what is missing, takes over edits and deletions */
    post: operations['SyncController_sync'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/sync-status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far each chat is compared with the phone; seconds old at the most, see as_of */
    get: operations['SyncController_syncStatus'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tasks, the newest first */
    get: operations['TasksController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/tasks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far a task is, and what came of it */
    get: operations['TasksController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/conversations/unarchive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Brings an archived chat back */
    post: operations['ArchiveController_unarchive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All outreaches, the latest plan first */
    get: operations['EngagementsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One outreach */
    get: operations['EngagementsController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Gives one that waits other words or another time */
    patch: operations['ApprovalsController_edit'];
    trace?: never;
  };
  '/api/engagements/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets one leave at its time */
    post: operations['ApprovalsController_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends one that waits; it is not sent */
    post: operations['ApprovalsController_reject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/{id}/send_now': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends one before its time; STOP, quiet hours and caps hold */
    post: operations['ApprovalsController_sendNow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/analytics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was planned, sent and answered, how fast, and what kept us from writing */
    get: operations['AnalyticsController_figures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who did what about writing first, the latest first */
    get: operations['TuningController_notes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/config': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The settings of writing first as they hold now */
    get: operations['TuningController_config'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes settings of writing first; everywhere within a second, without a restart */
    patch: operations['TuningController_change'];
    trace?: never;
  };
  '/api/engagements/config/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The settings of writing first as they were, the latest first */
    get: operations['TuningController_versions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/config/versions/{version}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes the settings of an earlier version hold again */
    post: operations['TuningController_restore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/contacts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Why somebody is written to first, or is not, and when they are looked at next */
    get: operations['ContactEngagementsController_standing'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/contacts/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every outreach to one person and what became of it, the latest first */
    get: operations['ContactEngagementsController_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/contacts/{id}/preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Sets how often and when somebody wants to be written to first, and about what never */
    put: operations['ContactEngagementsController_change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/experiments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Experiments, the latest first */
    get: operations['ExperimentsController_list'];
    put?: never;
    /** Makes an experiment. It does nothing until it is started */
    post: operations['ExperimentsController_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/experiments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One experiment, with what came of each variant so far */
    get: operations['ExperimentsController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/experiments/{id}/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts an experiment. A variant that does harm stops it by itself */
    post: operations['ExperimentsController_start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/experiments/{id}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends an experiment: from then on everybody is written to as usual */
    post: operations['ExperimentsController_stop'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Plans one by hand: every rule and cap holds; own words count as approved */
    post: operations['PlanningController_plan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What would be written to a person first, when, and why; nothing is planned */
    post: operations['PlanningController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/strategy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the settings of writing first come to, in four words */
    get: operations['TuningController_strategy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All templates, those that ship with the program behind your own */
    get: operations['TemplatesController_list'];
    put?: never;
    /** Adds a template; refused when it could never be sent */
    post: operations['TemplatesController_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/templates/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One template */
    get: operations['TemplatesController_one'];
    put?: never;
    post?: never;
    /** Removes a template of your own */
    delete: operations['TemplatesController_remove'];
    options?: never;
    head?: never;
    /** Changes a template; one that ships with the program is only switched on and off */
    patch: operations['TemplatesController_change'];
    trace?: never;
  };
  '/api/engagements/templates/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Fills a template with an example and says whether it could be sent; nothing is kept */
    post: operations['TemplatesController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/engagements/upcoming': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is planned and approved, the latest plan first */
    get: operations['EngagementsController_upcoming'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All API keys, without what is secret of them */
    get: operations['ApiKeysController_list'];
    put?: never;
    /** Makes an API key, and shows it this once */
    post: operations['ApiKeysController_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revokes an API key, from now on and for good */
    delete: operations['ApiKeysController_revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/llm/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Calls, tokens, cost and latency of the language model, by day, purpose, contact or model */
    get: operations['UsageController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/messages/{id}/media': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The attachment of a message */
    get: operations['MediaController_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/outbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was to be sent, and what became of it */
    get: operations['OutboxController_list[1]'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/outbox/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends a draft */
    post: operations['OutboxController_approve[1]'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/outbox/{id}/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Throws a draft away */
    post: operations['OutboxController_discard[1]'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/outbox/{id}/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says what became of a message of which nobody else knows */
    post: operations['OutboxController_resolve[1]'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/safety/contacts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is known of the age of a contact */
    get: operations['SafetyController_contact'];
    /** Says whether a contact is an adult, and until when we do not write first */
    put: operations['SafetyController_correct'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/safety/incidents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What somebody should look at, the latest first */
    get: operations['SafetyController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/safety/incidents/{id}/handled': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says that somebody has looked at it */
    post: operations['SafetyController_handled'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/simulator/connect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Restores the line, or links a logged-out account again */
    post: operations['SimulatorLineController_connect'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/simulator/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What phones received, each delivery, in order */
    get: operations['SimulatorMessagesController_deliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/simulator/disconnect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cuts the line, until connect */
    post: operations['SimulatorLineController_disconnect'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/simulator/faults': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Sets the fault script; an empty one goes back to SIMULATOR_FAULTS */
    put: operations['SimulatorLineController_setFaults'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/simulator/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Logs the account out, as its owner would on the phone */
    post: operations['SimulatorLineController_logout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/simulator/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Writes to the secretary as a phone */
    post: operations['SimulatorMessagesController_post'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/simulator/messages/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Deletes a message for everybody; the secretary is not told, its history has it */
    delete: operations['SimulatorMessagesController_revoke'];
    options?: never;
    head?: never;
    /** Edits a message on the phone; the secretary is not told, its history has it */
    patch: operations['SimulatorMessagesController_edit'];
    trace?: never;
  };
  '/api/simulator/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Events of a phone: open, message, typing, ack, ping */
    get: operations['SimulatorStreamController_stream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Characters, the oldest first; those that one can talk to unless asked for others
     * @description A person gets those that they may talk to, and of each what people may know of it.
     */
    get: operations['CharactersController_list'];
    put?: never;
    /** Makes a character */
    post: operations['CharactersController_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One character */
    get: operations['CharactersController_read'];
    put?: never;
    post?: never;
    /** Retires a character: it answers nobody any more, and can be brought back */
    delete: operations['CharactersController_retire'];
    options?: never;
    head?: never;
    /** Changes a character, which makes a new version; what is left out stays */
    patch: operations['CharactersController_change'];
    trace?: never;
  };
  '/api/v1/characters/{id}/avatar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The picture of a character */
    get: operations['CharacterFilesController_avatar'];
    /** Gives a character another picture, which makes a new version */
    put: operations['CharacterFilesController_picture'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters/{id}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A character card: V2 or V3 as JSON, or both in a PNG */
    post: operations['CharacterFilesController_give'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters/{id}/memory/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a character knows of a person */
    get: operations['MemoryController_read'];
    put?: never;
    /** Adds a memory by hand; one of the same words is not added twice */
    post: operations['MemoryController_add'];
    /** Forgets everything about a person; what was said until now is not taken in again */
    delete: operations['MemoryController_forgetAll'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters/{id}/memory/{userId}/{memoryId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Forgets one memory; it is not taken from the same messages again */
    delete: operations['MemoryController_forget'];
    options?: never;
    head?: never;
    /** Changes a memory: a new version takes the place of the old one, which is closed */
    patch: operations['MemoryController_change'];
    trace?: never;
  };
  '/api/v1/characters/{id}/memory/{userId}/{memoryId}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets a memory that waits be used */
    post: operations['MemoryController_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters/{id}/memory/{userId}/{memoryId}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Closes a memory that waits; the same words are not taken up again */
    post: operations['MemoryController_reject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters/{id}/memory/{userId}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that a character knows of a person, with times and sources */
    get: operations['MemoryController_export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters/{id}/memory/{userId}/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Memories that hold some words, the most relevant first */
    get: operations['MemoryController_search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters/{id}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a changed character would have answered in a past conversation. Nothing is kept or sent */
    post: operations['PreviewController_try'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters/{id}/relationship/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How a character stands with a person */
    get: operations['MemoryController_relationship'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The versions of a character, the latest first */
    get: operations['CharactersController_versions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters/{id}/versions/{version}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes an old version the newest one; `shipped` is the text that came with the program */
    post: operations['CharactersController_restore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a character of a V2 or V3 character card, in JSON or PNG */
    post: operations['CharacterFilesController_take'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/characters/rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which character answers which chat */
    get: operations['AnsweringRulesController_read'];
    /** Says which character answers which chat, in place of all rules before */
    put: operations['AnsweringRulesController_write'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Conversations, the one with the latest message first */
    get: operations['ConversationsController_list'];
    put?: never;
    /** Begins a conversation with a character, which says its greeting */
    post: operations['ConversationsController_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One conversation */
    get: operations['ConversationsController_read'];
    /** Gives a conversation a title, or puts it aside; what is left out stays */
    put: operations['ConversationsController_change'];
    post?: never;
    /** Deletes what was said for good, and forgets what was told in nothing else */
    delete: operations['ConversationsController_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/{id}/analytics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What went on in one conversation, and how close the two are now */
    get: operations['ConversationInsightsController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/{id}/archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts a conversation aside, until the person writes in it again */
    post: operations['ConversationsController_archive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/{id}/context': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What an answer would be made from now: messages, memories with reasons, state */
    get: operations['ConversationInsightsController_context'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/{id}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything of a conversation as one JSON document */
    get: operations['ConversationInsightsController_export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/{id}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was said, the latest first */
    get: operations['ConversationMessagesController_list'];
    put?: never;
    /** Says something as the person, once for each `clientId` */
    post: operations['ConversationMessagesController_send'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/{id}/messages/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Notes that the person has read what the character said */
    put: operations['ConversationMessagesController_read'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/{id}/messages/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Finds messages by their words, in one conversation */
    get: operations['ConversationMessagesController_search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/{id}/report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks an operator to look at a conversation */
    post: operations['ReportsController_conversation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/analytics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What went on in all conversations, day by day */
    get: operations['ConversationInsightsController_all'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Finds messages by their words, in all conversations */
    get: operations['ConversationMessagesController_searchAll'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/messages/{messageId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Deletes a message for good, and forgets what was told in nothing else */
    delete: operations['ConversationMessagesController_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/messages/{messageId}/report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks an operator to look at a message */
    post: operations['ReportsController_message'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a token for a person, who is made known by it, and shows it this once */
    post: operations['TokensController_issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stops all tokens of a person, within five seconds and for good; open sockets are cut */
    post: operations['TokensController_revoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/whatsapp/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The accounts, and where each of them stands */
    get: operations['AccountsController_list'];
    put?: never;
    /** Adds an account, which then waits for its phone */
    post: operations['AccountsController_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/whatsapp/accounts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One account, and where it stands */
    get: operations['AccountsController_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/whatsapp/accounts/{id}/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Unlinks an account from its phone; what is stored stays */
    post: operations['AccountsController_logout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/whatsapp/accounts/{id}/pairing-code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks for a code that the owner of a phone types in to link it */
    post: operations['AccountLinkingController_pairingCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/whatsapp/accounts/{id}/qr': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The QR code that links a phone, as a picture or as its text */
    get: operations['AccountLinkingController_qr'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/whatsapp/accounts/{id}/sending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How fast an account sends, and what holds it up */
    get: operations['SendingController_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Stops an account's sending, or lets it go on */
    patch: operations['SendingController_change'];
    trace?: never;
  };
  '/api/whatsapp/accounts/{id}/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts an account */
    post: operations['AccountsController_start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/whatsapp/accounts/{id}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stops an account, which stays linked */
    post: operations['AccountsController_stop'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every service and its state: 200, or 503 when one is down */
    get: operations['HealthController_overview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 200 as long as the process runs */
    get: operations['HealthController_live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 200 when this process takes work, 503 while it starts, stops or lacks a required service */
    get: operations['HealthController_ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Figures of this process for Prometheus */
    get: operations['MetricsController_text'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AccountDto: {
      connector: string;
      id: string;
      /**
       * @description How a phone can be linked now: GET …/qr shows the code.
       * @enum {string|null}
       */
      linking: 'qr' | 'code' | null;
      name: string;
      /** @description Whether a living connector holds it. */
      owned: boolean;
      reason: string | null;
      /**
       * Format: date-time
       * @description When the state began.
       */
      since: string;
      /** @enum {string} */
      state:
        | 'STOPPED'
        | 'STARTING'
        | 'WAIT_QR'
        | 'PAIRING'
        | 'SYNCING'
        | 'READY'
        | 'DEGRADED'
        | 'RECONNECTING'
        | 'LOGGED_OUT'
        | 'RESTRICTED'
        | 'FAILED';
      /**
       * @description What the operator wants of it.
       * @enum {string}
       */
      wanted: 'running' | 'stopped';
    };
    AccountListDto: {
      accounts: components['schemas']['AccountDto'][];
    };
    ActiveDayDto: {
      /** @description In how many something was said. */
      conversations: number;
      /** Format: date */
      date: string;
      messages: number;
    };
    ActiveMemoryDto: {
      content: string;
      /** Format: uuid */
      memoryId: string;
      /** @description Why it was chosen. */
      reason: string;
      /** @description 0-1 */
      relevance: number;
    };
    AddFeedDto: {
      /** @description Ids of groups that it is for; none: all. */
      groups?: string[];
      /**
       * @description A link is shared itself, once a group.
       * @default feed
       * @enum {string}
       */
      kind: 'feed' | 'link';
      /** @description A link needs one. */
      title?: string | null;
      /** @example https://example.org/feed.xml */
      url: string;
    };
    AddTemplateDto: {
      /** @example en_US */
      cloud_language?: string | null;
      /** @description Of the template that Meta has approved. */
      cloud_name?: string | null;
      /** @default true */
      enabled: boolean;
      /** @enum {string} */
      language: 'en' | 'es' | 'pt' | 'fr' | 'de' | 'it' | 'ru' | 'zh' | 'ja' | 'ar' | 'hi';
      /** @enum {string} */
      scenario: 'generic' | 'morning' | 'evening' | 'event' | 'birthday' | 'low-mood' | 'long-silence';
      /** @description Its places are {name}, {memory}, {topic} and {event}. */
      text: string;
      /** @description Comes first where an experiment sets this tone. */
      tone?: string | null;
      /** @enum {string} */
      type: 'check_in' | 'emotional_support' | 'memory_reminder' | 'topic_suggestion';
    };
    AnalyticsDto: {
      /** @description Within a day. */
      answered: number;
      groups: components['schemas']['EngagementGroupDto'][];
      ignored: number;
      /** @description Looks at people that came to no plan, by why; whole days. */
      not_planned: {
        [key: string]: number;
      };
      /** @description Said STOP within a day. */
      opted_out: number;
      planned: number;
      response_times: components['schemas']['ResponseTimesDto'];
      sent: number;
      /** @description Of the answers on average, -1 to 1. */
      sentiment: number | null;
      /** @description Plans that came to nothing, by why. */
      skipped: {
        [key: string]: number;
      };
    };
    AnalyzedMessageDto: {
      /** @description appointment, inquiry, complaint, feedback, general */
      category: components['schemas']['LabelDto'] | null;
      chat_id: string;
      /** @description WhatsApp's id of the message. */
      external_id: string;
      message_id: string;
      /** @description positive, negative, neutral, mixed */
      sentiment: components['schemas']['LabelDto'] | null;
      success: boolean;
      tags: components['schemas']['LabelDto'][];
      /** @description What could not be told, and why. */
      untagged: components['schemas']['UntaggedDto'][];
    };
    AnsweringRuleDto: {
      /**
       * @description Id or slug of a character.
       * @example friend
       */
      then: string;
      /** @description All that is given must be true; at least one condition. */
      when: components['schemas']['RuleConditionDto'];
    };
    AnsweringRulesDto: {
      /** Format: date-time */
      changedAt: string | null;
      /** Format: uuid */
      default: string;
      /** @description Grows with each change. */
      revision: number;
      /** @description `then` is the id of a character. */
      rules: components['schemas']['AnsweringRuleDto'][];
    };
    AnswerTimesDto: {
      /** @description Of how many answers. */
      answers: number;
      /** @description ms */
      averageMs: number | null;
      /** @description ms */
      p95Ms: number | null;
    };
    ApiKeyListView: {
      keys: components['schemas']['ApiKeyView'][];
    };
    ApiKeyView: {
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string | null;
      id: string;
      /** Format: date-time */
      last_used_at: string | null;
      name: string;
      /** @description How the key begins. */
      prefix: string;
      /** Format: date-time */
      revoked_at: string | null;
      scopes: string[];
    };
    ArchiveChatsDto: {
      /** @description Our ids of chats, or WhatsApp's (`34600000001@c.us`). */
      chat_ids: string[];
      /** @description None: as `COMPRESS_ARCHIVES` says. */
      compress?: boolean;
      /** @description Kept with the archive, so that it is found by it. Not encrypted. */
      reason?: string;
    };
    ArchivedMessageDto: {
      chat_id: string;
      message_id: string;
    };
    ArchiveDto: {
      chat_external_id: string;
      chat_id: string;
      chat_title: string | null;
      /** @enum {string} */
      codec: 'brotli' | 'none';
      /** Format: date-time */
      created_at: string;
      /** @description Why it could not be read or restored. */
      damage: string | null;
      /** Format: date-time */
      first_message_at: string;
      id: string;
      /** Format: date-time */
      last_message_at: string;
      message_count: number;
      /** @description Bytes that its rows held. */
      original_bytes: number;
      reason: string | null;
      /** @description Id of an API key, or of a schedule. */
      requested_by: string;
      /** @description SHA-256 over those of its segments, hex. */
      sha256: string;
      /** @enum {string} */
      state: 'complete' | 'damaged';
      /** @enum {string} */
      store: 'postgres' | 'files' | 's3';
      /** @description Bytes that it takes. */
      stored_bytes: number;
    };
    ArchivePageDto: {
      archives: components['schemas']['ArchiveDto'][];
      next_cursor: string | null;
    };
    ArchivePreviewDto: {
      chats: components['schemas']['PreviewedChatDto'][];
      next_cursor: string | null;
      unknown_chat_ids: string[];
    };
    ArmDto: {
      /** @description Mean over people of the share that they answered within 24 hours. */
      answered_share: number | null;
      control: boolean;
      /** @enum {string|null} */
      decided: 'better' | 'worse' | null;
      /** @description From the answered share of the control. */
      difference: number | null;
      high: number | null;
      key: string;
      /** @description Of the 95 % interval, which holds however often one looks. */
      low: number | null;
      /** @description People who opted out within 24 hours. */
      opt_outs: number;
      p_value: number | null;
      people: number;
      /** @description Sent, and their outcome known. */
      sent: number;
      /** @description Of the answers, -1 to 1. */
      sentiment: number | null;
    };
    AskPairingCodeDto: {
      /**
       * @description The number of the phone to be linked.
       * @example +34600000001
       */
      phone: string;
    };
    AuditNoteDto: {
      /** @example config.changed */
      action: string;
      /** Format: date-time */
      at: string;
      detail: {
        [key: string]: unknown;
      };
      /** Format: uuid */
      id: string;
      /** @description Id of an API key, or `admin`. */
      principal: string;
      subject: string | null;
    };
    AuditPageDto: {
      next_cursor: string | null;
      notes: components['schemas']['AuditNoteDto'][];
    };
    AutomationDto: {
      /** Format: date-time */
      created_at: string;
      enabled: boolean;
      /**
       * Format: date-time
       * @description What was stored before does not concern it.
       */
      enabled_at: string | null;
      id: string;
      name: string;
      /** @description `signed` tells whether a webhook has a secret. */
      then: Record<string, never>[];
      /** Format: date-time */
      updated_at: string;
      version: number;
      /**
       * Format: date-time
       * @description When its receiver said that it is gone for good; give `then` anew.
       */
      webhook_gone_at: string | null;
      when: Record<string, never>;
    };
    AutomationNotificationDto: {
      /** Format: date-time */
      at: string;
      automation_id: string;
      automation_name: string;
      chat_id: string;
      /** @description Of the run. */
      id: string;
      message_id: string;
      reasons: string[];
    };
    AutomationNotificationPageDto: {
      next_cursor: string | null;
      notifications: components['schemas']['AutomationNotificationDto'][];
    };
    AutomationPageDto: {
      automations: components['schemas']['AutomationDto'][];
      next_cursor: string | null;
    };
    AutomationRunDto: {
      /** @description `kind`, `outcome` (done, handed-over, waiting, skipped, failed) and `reason` of each action; what became of what was handed over is in `webhook`. */
      actions: Record<string, never>[];
      attempts: number;
      chat_id: string;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      finished_at: string | null;
      id: string;
      message_id: string;
      reasons: string[];
      /** @enum {string} */
      state: 'waiting' | 'done' | 'failed' | 'dropped';
      /** @description Of the automation, when it matched. */
      version: number;
      webhook: components['schemas']['WebhookDeliveryDto'] | null;
    };
    AutomationRunPageDto: {
      next_cursor: string | null;
      runs: components['schemas']['AutomationRunDto'][];
    };
    AutonomyAuditPageDto: {
      next_cursor: string | null;
      notes: components['schemas']['AutonomyNoteDto'][];
    };
    AutonomyNoteDto: {
      /** @example group.changed */
      action: string;
      /** Format: date-time */
      at: string;
      /** @description What it is now; of lists their lengths. */
      detail: {
        [key: string]: unknown;
      };
      /** Format: uuid */
      id: string;
      /** @description Id of an API key, or `admin`. */
      principal: string;
      /** @description The id of the group or the feed. */
      subject: string | null;
    };
    AutonomyReasonDto: {
      /**
       * @description Of which action; null: it holds back all of them.
       * @enum {string|null}
       */
      action: 'engage_user' | 'join_conversation' | 'fomo_response' | 'share_content' | 'break_silence' | null;
      /** @description Null: a time that never was. */
      has: number | null;
      met: boolean;
      /** @example momentum */
      name: string;
      needs: number;
    };
    AvatarFormDto: {
      /**
       * Format: binary
       * @description PNG, JPEG or WebP, at most 2 MiB
       */
      file: string;
    };
    ChangeAutomationDto: {
      enabled?: boolean;
      name?: string;
      /**
       * @description What is done, each kind at most once: `tag` (`tags`), `notify`, `pause`, `draft`, `archive`, `webhook` (`url`, `secret`, `include_text`).
       * @example [
       *       {
       *         "kind": "notify"
       *       },
       *       {
       *         "kind": "tag",
       *         "tags": [
       *           "follow_up"
       *         ]
       *       }
       *     ]
       */
      then?: Record<string, never>[];
      /**
       * @description All conditions must hold. Kinds: `tag`, `category`, `sentiment` (each with an optional `min_confidence`, default 0.5), `keyword` (`words`: any of them), `first_message`, `no_answer` (`hours`). `scope` is optional: `chat_ids`, `kind`.
       * @example {
       *       "all": [
       *         {
       *           "kind": "category",
       *           "category": "complaint"
       *         }
       *       ],
       *       "scope": {
       *         "kind": "direct"
       *       }
       *     }
       */
      when?: Record<string, never>;
    };
    ChangeCharacterDto: {
      /** @example 34 */
      age?: number;
      boundaries?: string[];
      /** @description Background. */
      description?: string;
      exampleDialogues?: components['schemas']['ExampleDialogueDto'][];
      /** @example woman */
      gender?: string;
      /** @description How a new web conversation begins. */
      greeting?: string | null;
      /** @description BCP 47. None: that of the person. */
      languages?: string[];
      /**
       * @default general
       * @enum {string}
       */
      maturity: 'general' | 'mature';
      modelSettings?: components['schemas']['ModelSettingsDto'];
      /** @example Vera */
      name?: string;
      scenario?: string | null;
      /** @default  */
      speechStyle: string;
      /** @enum {string} */
      status?: 'active' | 'retired';
      /**
       * @example [
       *       "warm",
       *       "curious"
       *     ]
       */
      traits?: string[];
      /**
       * @description Gives the model the instructions of the card.
       * @default false
       */
      useCardInstructions: boolean;
    };
    ChangeChatDto: {
      /** @description null: as `ALLOW_LIST` says. */
      allowed?: boolean | null;
      /**
       * @description null: as `REPLY_MODE` says.
       * @enum {string|null}
       */
      reply_mode?: 'auto' | 'draft' | 'paused' | null;
      /**
       * Format: date-time
       * @description null hands the chat back.
       */
      taken_over_until?: string | null;
    };
    ChangeConfigDto: {
      /** @description hours of silence before a check-in */
      check_in_after_hours?: number | null;
      /** @description hours of silence before a word of support, to partners */
      emotional_support_after_hours?: number | null;
      /** @description a line in the log for each plan and each skip, with its reasons */
      enable_debug_logging?: boolean | null;
      /** @description write to people first, at the right moment */
      enabled?: boolean | null;
      /** @description the level of those lines: debug, info, warn, error or silent */
      log_level?: string | null;
      /** @description outreaches to one person in a day, at most */
      max_engagements_per_day?: number | null;
      /** @description outreaches that wait for one person at the same time, at most */
      max_engagements_per_user?: number | null;
      /** @description memories that an outreach may use, at most */
      max_memories_to_use?: number | null;
      /** @description characters of an outreach, at most */
      max_message_length?: number | null;
      /** @description share, 0 to 1, of people who say STOP within a day from which an account needs approval again */
      max_opt_out_share?: number | null;
      /** @description outreaches that wait at the same time, of all people, at most */
      max_scheduled_engagements?: number | null;
      /** @description importance, 1 to 10, from which on (this one included) a memory is used */
      memory_importance_threshold?: number | null;
      /** @description hours of silence before a word about something remembered, to close friends */
      memory_reminder_after_hours?: number | null;
      /** @description how freely the model words an outreach, 0 to 2 */
      message_temperature?: number | null;
      /** @description hours between two outreaches to one person */
      min_interval_hours?: number | null;
      /** @description from which intimacy on, 0 to 10 */
      min_intimacy_level?: number | null;
      /** @description characters of an outreach, at least */
      min_message_length?: number | null;
      /** @description from which stage on: stranger, acquaintance, friend, close_friend, intimate or partner */
      min_relationship_stage?: string | null;
      /** @description from which trust on, 0 to 10 */
      min_trust_level?: number | null;
      /** @description approve: nothing leaves before an operator says so; automatic; auto: approve until the account is trusted */
      mode?: string | null;
      /** @description the part of a person's own day in which nobody writes first; 00:00-00:00 is none */
      quiet_hours?: string | null;
      /** @description hours ahead, at most, for which something is planned */
      schedule_advance_hours?: number | null;
      /** @description conversations in which both sides wrote, from which an account is trusted in mode auto */
      trust_after_chats?: number | null;
      /** @description days from which an account is trusted in mode auto */
      trust_after_days?: number | null;
      /** @description The version that was read: refused with 409 when it is past. */
      version?: number;
    };
    ChangeContactSafetyDto: {
      /**
       * @description Holds until the person says that they are a minor. `confirmed` only when you have made sure of it.
       * @enum {string}
       */
      adult: 'confirmed' | 'unknown' | 'minor';
      /**
       * Format: date-time
       * @description null ends the pause.
       */
      proactive_paused_until?: string | null;
    };
    ChangeConversationDto: {
      /** @enum {string} */
      status?: 'active' | 'archived';
      /** @description null: made from the talk again. */
      title?: string | null;
    };
    ChangeFeedDto: {
      /** @description true begins anew, whatever failed before. */
      enabled?: boolean;
      /** @description Ids of groups that it is for; none: all. */
      groups?: string[];
      /** @description null takes the feed's own. */
      title?: string | null;
    };
    ChangeGroupDto: {
      /** @description null: as the environment has it. */
      actions_per_day?: number | null;
      /** @description null: as the environment has it. */
      actions_per_hour?: number | null;
      /** @description null: as the environment has it. */
      answers_at_once?: number | null;
      /** @description null: as the environment has it. */
      answers_per_hour?: number | null;
      /** @description All of them: contacts that are programs, by id or phone number. */
      bots?: string[];
      /**
       * @description null: as the environment has it.
       * @enum {string|null}
       */
      engine?: 'off' | 'v1' | 'v2' | null;
      /** @description All of them: words to talk about. */
      interests?: string[];
      /** @description Nothing is said there, asked or not. */
      muted?: boolean;
      /**
       * Format: date-time
       * @description Until then it says nothing that nobody asked for; null: it may speak.
       */
      quiet_until?: string | null;
      share_pattern?: boolean;
      /**
       * @description An IANA name.
       * @example Europe/Madrid
       */
      zone?: string | null;
    };
    ChangeMemoryDto: {
      /**
       * @example preference
       * @enum {string}
       */
      category?:
        | 'preference'
        | 'personal'
        | 'relationship'
        | 'event'
        | 'plan'
        | 'health'
        | 'work'
        | 'education'
        | 'location'
        | 'possession'
        | 'opinion'
        | 'habit'
        | 'goal'
        | 'other';
      confidence?: number;
      /** @example Loves coffee */
      fact?: string;
      importance?: number;
      /** Format: date-time */
      validFrom?: string | null;
      /** Format: date-time */
      validUntil?: string | null;
    };
    ChangePreferencesDto: {
      /** @enum {string|null} */
      frequency?: 'off' | 'low' | 'normal' | 'high' | null;
      /** @enum {string|null} */
      language?: 'en' | 'es' | 'pt' | 'fr' | 'de' | 'it' | 'ru' | 'zh' | 'ja' | 'ar' | 'hi' | null;
      /**
       * @description Of the clock where they are.
       * @example 22:00
       */
      quiet_from?: string | null;
      /**
       * @description Of the clock where they are.
       * @example 22:00
       */
      quiet_until?: string | null;
      /** @description All of them; none are kept beside these. */
      topics_to_avoid?: string[] | null;
      /**
       * @description An IANA name.
       * @example Europe/Madrid
       */
      zone?: string | null;
    };
    ChangeTemplateDto: {
      /** @example en_US */
      cloud_language?: string | null;
      /** @description Of the template that Meta has approved. */
      cloud_name?: string | null;
      /** @default true */
      enabled: boolean;
      /** @enum {string} */
      language?: 'en' | 'es' | 'pt' | 'fr' | 'de' | 'it' | 'ru' | 'zh' | 'ja' | 'ar' | 'hi';
      /** @enum {string} */
      scenario?: 'generic' | 'morning' | 'evening' | 'event' | 'birthday' | 'low-mood' | 'long-silence';
      /** @description Its places are {name}, {memory}, {topic} and {event}. */
      text?: string;
      /** @description Comes first where an experiment sets this tone. */
      tone?: string | null;
      /** @enum {string} */
      type?: 'check_in' | 'emotional_support' | 'memory_reminder' | 'topic_suggestion';
    };
    CharacterDto: {
      age: number;
      /** @description SHA-256 of the picture. */
      avatar: string | null;
      boundaries: string[];
      /** Format: date-time */
      createdAt: string;
      description: string;
      exampleDialogues: components['schemas']['ExampleDialogueDto'][];
      gender: string;
      greeting: string | null;
      /** @description Was imported from a card, which leaves with its export. */
      hasCard: boolean;
      /** Format: uuid */
      id: string;
      languages: string[];
      /** @enum {string} */
      maturity: 'general' | 'mature';
      modelSettings: components['schemas']['ModelSettingsDto'];
      name: string;
      scenario: string | null;
      /** @description Came with the program: `versions/shipped/restore` brings its text back. */
      shipped: boolean;
      slug: string;
      speechStyle: string;
      /** @enum {string} */
      status: 'active' | 'retired';
      traits: string[];
      /** Format: date-time */
      updatedAt: string;
      useCardInstructions: boolean;
      version: number;
    };
    CharacterMemoryDto: {
      characterId: string;
      /** Format: date-time */
      createdAt: string | null;
      /** @description What was learned last comes first. */
      longTermMemory: components['schemas']['MemoryDto'][];
      /**
       * @description Always `long_term`: the whole.
       * @enum {string}
       */
      memoryType: 'long_term';
      /** @description The way to more of `longTermMemory`. */
      nextCursor: string | null;
      relationship: components['schemas']['RelationshipDto'];
      /** @description Summaries, the latest first. */
      shortTermMemory: components['schemas']['ShortTermMemoryDto'][];
      /** Format: date-time */
      updatedAt: string | null;
      /** @description The id of our contact. */
      userId: string;
    };
    CharacterPageDto: {
      characters: components['schemas']['CharacterDto'][];
      nextCursor: string | null;
    };
    CharacterVersionDto: {
      /** @description Id of an API key, `admin`, or `shipped`. */
      changedBy: string;
      /** Format: date-time */
      createdAt: string;
      restoredFrom: number | null;
      sheet: components['schemas']['ShownSheetDto'];
      version: number;
    };
    CharacterVersionPageDto: {
      nextCursor: string | null;
      versions: components['schemas']['CharacterVersionDto'][];
    };
    ChatDto: {
      account_id: string;
      allowed: boolean | null;
      /**
       * Format: date-time
       * @description When its messages were put into an archive. They are read and found as before.
       */
      archived_at: string | null;
      /** @description appointment, inquiry, complaint, feedback, general */
      category: components['schemas']['LabelDto'] | null;
      contact_id: string | null;
      /** Format: date-time */
      created_at: string;
      /** @description WhatsApp's id of the chat. */
      external_id: string;
      id: string;
      /** @enum {string} */
      kind: 'direct' | 'group' | 'broadcast' | 'status' | 'newsletter' | 'unknown';
      /** Format: date-time */
      last_message_at: string | null;
      message_count: number;
      /** Format: date-time */
      opted_out_at: string | null;
      /** @enum {string|null} */
      reply_mode: 'auto' | 'draft' | 'paused' | null;
      /** @description positive, negative, neutral, mixed */
      sentiment: components['schemas']['LabelDto'] | null;
      tags: components['schemas']['LabelDto'][];
      /** Format: date-time */
      taken_over_until: string | null;
      title: string | null;
    };
    ChatPageDto: {
      chats: components['schemas']['ChatDto'][];
      next_cursor: string | null;
    };
    ChatSyncStatusDto: {
      account_id: string;
      /** @description Messages that the last run added. */
      added: number;
      /** @description Tries in a row that failed. */
      attempts: number;
      chat_id: string;
      /**
       * Format: date-time
       * @description Nothing is missing from then on …
       */
      covered_from: string | null;
      /**
       * Format: date-time
       * @description … until then.
       */
      covered_to: string | null;
      deleted: number;
      edited: number;
      /** @description WhatsApp's id of the chat. */
      external_id: string;
      /** @enum {string|null} */
      kind: 'recent' | 'full' | null;
      last_error: components['schemas']['SyncErrorDto'] | null;
      /** Format: date-time */
      last_full_sync_at: string | null;
      /** Format: date-time */
      last_synced_at: string | null;
      /** Format: date-time */
      requested_at: string | null;
      /** @enum {string} */
      state: 'never' | 'waiting' | 'running' | 'done' | 'failed' | 'unsupported';
    };
    ChatUpdateDto: {
      /**
       * @description null takes a correction back.
       * @enum {string|null}
       */
      category?: 'appointment' | 'inquiry' | 'complaint' | 'feedback' | 'general' | null;
      /** @description Our id or WhatsApp's. */
      chat_id: string;
      /**
       * @description null takes a correction back.
       * @enum {string|null}
       */
      sentiment?: 'positive' | 'negative' | 'neutral' | 'mixed' | null;
      /** @description All of its tags, of METADATA_TAGS; [] for none. null takes a correction back. */
      tags?: string[] | null;
    };
    CleanupDto: {
      /** @description Archives older than this are deleted. Default: `ARCHIVE_RETENTION_DAYS`. */
      archive_retention_days?: number;
      /** @description Archives without compression are compressed when older. Default: `COMPRESS_AFTER_DAYS`. */
      compress_after_days?: number;
      /**
       * @description Counts what would go, and removes nothing.
       * @default false
       */
      dry_run: boolean;
      /** @description `VACUUM (ANALYZE)` over the tables at the end. Default: `OPTIMIZE_TABLES`. */
      optimize_tables?: boolean;
    };
    ConfigVersionDto: {
      /** Format: date-time */
      changed_at: string;
      changed_by: string;
      note: string | null;
      overrides: {
        [key: string]: unknown;
      };
      version: number;
    };
    ConfigVersionsDto: {
      versions: components['schemas']['ConfigVersionDto'][];
    };
    ContactEngagementDto: {
      /** Format: uuid */
      contact_id: string;
      /** @description Whether the planner would plan something for them now. */
      eligible: boolean;
      /** Format: date-time */
      looked_at: string | null;
      /**
       * Format: date-time
       * @description Null: not before they write.
       */
      next_look_at: string | null;
      preferences: components['schemas']['PreferencesDto'];
      /** @description Why, or why not. */
      reasons: components['schemas']['ReasonDto'][];
      /** @description Null: there has never been a chat with them. */
      standing: components['schemas']['StandingDto'] | null;
    };
    ContactSafetyDto: {
      /** @enum {string} */
      adult: 'confirmed' | 'unknown' | 'minor';
      contact_id: string;
      /**
       * Format: date-time
       * @description Until then we do not write first.
       */
      proactive_paused_until: string | null;
      /**
       * @description Who said so: an operator, or their own words.
       * @enum {string|null}
       */
      set_by: 'operator' | 'signal' | null;
      /** Format: date-time */
      updated_at: string | null;
    };
    ContextMessageDto: {
      content: string;
      /** @enum {string} */
      role: 'user' | 'assistant' | 'system';
      /** Format: date-time */
      timestamp: string;
    };
    ConversationAnalyticsDto: {
      /** Format: uuid */
      conversationId: string;
      /** @description In how many something was said. */
      conversations: number;
      days: components['schemas']['ActiveDayDto'][];
      /** Format: date */
      from: string;
      /** @description What the model took of it. */
      generationTime: components['schemas']['AnswerTimesDto'];
      messages: components['schemas']['MessageCountsDto'];
      messagesPerConversation: number;
      /** @description Messages by model. */
      models: {
        [key: string]: number;
      };
      /** @description Messages of people by mood. */
      moods: {
        [key: string]: number;
      };
      nsfwMessages: number;
      relationship: components['schemas']['RelationshipNowDto'] | null;
      /** @description From the last thing asked to the first message of the answer. */
      responseTime: components['schemas']['AnswerTimesDto'];
      /** Format: date */
      to: string;
      tokens: number;
      /** @description Whose days they are. */
      zone: string;
    };
    ConversationContextDto: {
      activeMemories: components['schemas']['ActiveMemoryDto'][];
      /** Format: uuid */
      conversationId: string;
      recentMessages: components['schemas']['ContextMessageDto'][];
      state: components['schemas']['ConversationStateDto'];
      /** Format: date-time */
      updatedAt: string;
    };
    ConversationDto: {
      /** @enum {string} */
      channel: 'web' | 'whatsapp';
      /**
       * Format: uuid
       * @description Who answers in it.
       */
      characterId: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      lastMessageAt: string | null;
      messageCount: number;
      metadata: components['schemas']['ConversationMetadataDto'];
      state: components['schemas']['ConversationStateDto'];
      /** @enum {string} */
      status: 'active' | 'archived';
      title: string | null;
      /** Format: date-time */
      updatedAt: string;
      /**
       * Format: uuid
       * @description The contact.
       */
      userId: string;
    };
    ConversationFiguresDto: {
      /** @description In how many something was said. */
      conversations: number;
      days: components['schemas']['ActiveDayDto'][];
      /** Format: date */
      from: string;
      /** @description What the model took of it. */
      generationTime: components['schemas']['AnswerTimesDto'];
      messages: components['schemas']['MessageCountsDto'];
      messagesPerConversation: number;
      /** @description Messages by model. */
      models: {
        [key: string]: number;
      };
      /** @description Messages of people by mood. */
      moods: {
        [key: string]: number;
      };
      nsfwMessages: number;
      /** @description From the last thing asked to the first message of the answer. */
      responseTime: components['schemas']['AnswerTimesDto'];
      /** Format: date */
      to: string;
      tokens: number;
      /** @description Whose days they are. */
      zone: string;
    };
    ConversationMessageDto: {
      /** @description The sender's own name for it. */
      clientId?: string;
      content: string;
      /** Format: uuid */
      conversationId: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: uuid */
      id: string;
      metadata: components['schemas']['ConversationMessageMetadataDto'];
      /** @description Its place in the answer, from 0. */
      part?: number;
      /** @description Of so many. */
      parts?: number;
      /**
       * Format: date-time
       * @description By the other side.
       */
      readAt: string | null;
      /** @description The answer it is part of, as in `character:response`. */
      responseId?: string;
      /** @description The person or the character. */
      senderId: string | null;
      /**
       * @description What the owner writes by hand counts as the character.
       * @enum {string}
       */
      senderType: 'user' | 'character';
      /** @enum {string} */
      status: 'sent' | 'delivered' | 'read';
      /** @enum {string} */
      type: 'text' | 'image' | 'voice' | 'system';
    };
    ConversationMessageMetadataDto: {
      /** @description Milliseconds that the answer took. */
      generationTime: number | null;
      isNSFW: boolean | null;
      model: string | null;
      mood: string | null;
      /** @description That the answer took; on its first message. */
      tokens: number | null;
    };
    ConversationMessagePageDto: {
      messages: components['schemas']['ConversationMessageDto'][];
      nextCursor: string | null;
    };
    ConversationMetadataDto: {
      /** @description Of the person. */
      mood: string | null;
      /** @description 0-100. */
      relationshipLevel: number;
      /** Format: date-time */
      startedAt: string;
      /** @description What was talked about, the latest last. */
      topics: string[];
    };
    ConversationPageDto: {
      conversations: components['schemas']['ConversationDto'][];
      nextCursor: string | null;
    };
    ConversationStateDto: {
      currentTopic: string | null;
      lastUserIntent: string | null;
      mood: string | null;
      /** @description 0-10. */
      nsfwLevel: number;
    };
    CreateAccountDto: {
      /** @description Letters, digits, and . _ - between them; 1 to 64 in all. */
      name: string;
    };
    CreateApiKeyDto: {
      /**
       * Format: date-time
       * @description When the key stops working, with a zone; never when left out.
       */
      expires_at?: string | null;
      /** @description What the key is for. */
      name: string;
      /**
       * @description Such as `chats:read`, as `x-scopes` of each route names them; `*` for everything. None that the caller lacks.
       * @example [
       *       "chats:read",
       *       "messages:read"
       *     ]
       */
      scopes: string[];
    };
    DecisionDto: {
      /** @enum {string|null} */
      action: 'engage_user' | 'join_conversation' | 'fomo_response' | 'share_content' | 'break_silence' | null;
      /** Format: date-time */
      at: string;
      /** @example v2 */
      engine: string;
      explained: string[];
      /** Format: uuid */
      id: string;
      /** @example curious */
      mood: string;
      obstacle: string | null;
      /** @description What became of its words there. */
      outbox: components['schemas']['DecisionOutboxDto'] | null;
      /** @description Why nothing was handed to the outbox. */
      reason: string | null;
      reasons: components['schemas']['AutonomyReasonDto'][];
      score: number;
      signals: components['schemas']['SignalsDto'];
      /** @enum {string} */
      status: 'none' | 'writing' | 'handed' | 'dropped' | 'failed';
      /**
       * @description What made it look.
       * @enum {string}
       */
      trigger: 'message' | 'tick' | 'operator';
    };
    DecisionOutboxDto: {
      reason: string | null;
      /** @example sent */
      state: string;
    };
    DecisionPageDto: {
      decisions: components['schemas']['DecisionDto'][];
      next_cursor: string | null;
    };
    DeliveriesDto: {
      deliveries: components['schemas']['DeliveryDto'][];
    };
    DeliveryDto: {
      /**
       * @description 1 server, 2 device, 3 read
       * @enum {number}
       */
      ack: 1 | 2 | 3;
      /** Format: date-time */
      at: string;
      body: string;
      /** @example 34600000001@c.us */
      chat: string;
      /** @example 3EB0A1B2C3D4E5F60718F2 */
      id: string;
    };
    EditEngagementDto: {
      /**
       * Format: date-time
       * @description Within the next seven days, and outside their quiet hours.
       */
      due_at?: string;
      /** @description Own words, as long as the settings allow, without links, numbers and places such as {name}. */
      text?: string;
    };
    EditMessageDto: {
      /**
       * @description What it says from now on
       * @example hello again
       */
      body: string;
      /**
       * @description The chat: a phone or any id of WhatsApp
       * @example +34600000001
       */
      chat: string;
    };
    EngagementConfigDto: {
      /** Format: date-time */
      changed_at: string | null;
      /** @description Id of an API key, or `admin`. */
      changed_by: string | null;
      /** @description Every setting as the environment has it. */
      defaults: {
        [key: string]: unknown;
      };
      /** @description What operators have changed. */
      overrides: {
        [key: string]: unknown;
      };
      /** @description Overrides that do not hold: the environment was changed since, and they contradict it. Set them to null, or to what fits. */
      set_aside: components['schemas']['SetAsideDto'][];
      /** @description Every setting as it holds now. */
      values: {
        [key: string]: unknown;
      };
      /** @description 0: the environment alone. */
      version: number;
    };
    EngagementDto: {
      /** Format: date-time */
      answered_at: string | null;
      /** Format: date-time */
      approved_at: string | null;
      approved_by: string | null;
      /** Format: uuid */
      character_id: string;
      /** Format: uuid */
      chat_id: string;
      /** Format: uuid */
      contact_id: string;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      due_at: string;
      experiment: {
        [key: string]: string;
      } | null;
      /**
       * Format: date-time
       * @description After that it is not sent any more.
       */
      expires_at: string;
      /** Format: uuid */
      id: string;
      language: string | null;
      memory_ids: string[];
      /** Format: uuid */
      message_id: string | null;
      /** @enum {string} */
      mode: 'automatic' | 'approve';
      /** @enum {string|null} */
      outcome: 'answered' | 'ignored' | 'opted_out' | null;
      /** @description Why it ended as it did. */
      reason: string | null;
      /** @description Why it was planned as it was. */
      reasons: components['schemas']['ReasonDto'][];
      /** @description Until the answer. */
      response_ms: number | null;
      /** Format: date-time */
      sent_at: string | null;
      /** @description Of the answer, -1 to 1. */
      sentiment: number | null;
      /** @enum {string|null} */
      source: 'model' | 'template' | 'operator' | null;
      /**
       * @description How near they stood when it was planned.
       * @enum {string}
       */
      stage: 'stranger' | 'acquaintance' | 'friend' | 'close_friend' | 'intimate' | 'partner';
      /** @enum {string} */
      status: 'planned' | 'approved' | 'sent' | 'answered' | 'skipped' | 'failed' | 'expired';
      template_id: string | null;
      /** @description Null before it is written; once it is sent it is the message `message_id`. */
      text: string | null;
      /** @enum {string} */
      type: 'check_in' | 'emotional_support' | 'memory_reminder' | 'topic_suggestion';
    };
    EngagementGroupDto: {
      /** @description Within a day. */
      answered: number;
      ignored: number;
      /** @description A type, a stage, an hour, a day, or an experiment and its variant. */
      key: string;
      /** @description Said STOP within a day. */
      opted_out: number;
      planned: number;
      sent: number;
      /** @description Of the answers on average, -1 to 1. */
      sentiment: number | null;
    };
    EngagementPageDto: {
      engagements: components['schemas']['EngagementDto'][];
      next_cursor: string | null;
    };
    EngagementPreviewDto: {
      /** Format: uuid */
      contact_id: string;
      eligible: boolean;
      language: string | null;
      memory_ids: string[];
      /** Format: date-time */
      proposed_at: string | null;
      reasons: components['schemas']['ReasonDto'][];
      /** @enum {string|null} */
      source: 'model' | 'template' | null;
      /** @description Null when there are no words that may be sent. */
      text: string | null;
      /** @enum {string} */
      type: 'check_in' | 'emotional_support' | 'memory_reminder' | 'topic_suggestion';
      /**
       * Format: date-time
       * @description After that it would be too late.
       */
      window_ends: string | null;
      /** @enum {string} */
      would_be: 'planned' | 'skipped';
    };
    ExampleDialogueDto: {
      character: string;
      /** @description May be empty: the character speaks first. */
      user: string;
    };
    ExperimentDto: {
      /** Format: date-time */
      created_at: string;
      created_by: string;
      dimension: string;
      id: string;
      name: string;
      /** Format: date-time */
      started_at: string | null;
      /**
       * @description `stopped`: a variant did harm.
       * @enum {string}
       */
      status: 'draft' | 'running' | 'stopped' | 'finished';
      /** @example harm:evening:opt-outs */
      stop_reason: string | null;
      /** Format: date-time */
      stopped_at: string | null;
      variants: components['schemas']['VariantDto'][];
    };
    ExperimentsDto: {
      experiments: components['schemas']['ExperimentDto'][];
    };
    ExperimentWithResultsDto: {
      arms: components['schemas']['ArmDto'][];
      /** Format: date-time */
      created_at: string;
      created_by: string;
      dimension: string;
      id: string;
      name: string;
      /** Format: date-time */
      started_at: string | null;
      /**
       * @description `stopped`: a variant did harm.
       * @enum {string}
       */
      status: 'draft' | 'running' | 'stopped' | 'finished';
      /** @example harm:evening:opt-outs */
      stop_reason: string | null;
      /** Format: date-time */
      stopped_at: string | null;
      variants: components['schemas']['VariantDto'][];
    };
    ExportAcceptedDto: {
      export_id: string;
      success: boolean;
      task_id: string;
      /** @description Left out, since there are no such chats. */
      unknown_chat_ids: string[];
    };
    ExportDto: {
      bytes: number | null;
      chat_ids: string[];
      /** Format: date-time */
      created_at: string;
      /** @description null while there is no file. */
      download_url: string | null;
      /** Format: date-time */
      expires_at: string | null;
      /** @description Why there is no file. */
      failure: string | null;
      file_name: string | null;
      /** @enum {string} */
      format: 'json' | 'csv' | 'txt' | 'html' | 'pdf';
      /** Format: date-time */
      from: string | null;
      id: string;
      include_media: boolean;
      /** @description The owner's name in the file. */
      me: string;
      messages: number | null;
      /** @description Hex, of the file as it is downloaded. */
      sha256: string | null;
      /** @enum {string} */
      state: 'waiting' | 'ready' | 'failed' | 'expired';
      task_id: string | null;
      /** Format: date-time */
      to: string | null;
      zone: string;
    };
    ExportedMemoryDto: {
      /** @enum {string} */
      category:
        | 'preference'
        | 'personal'
        | 'relationship'
        | 'event'
        | 'plan'
        | 'health'
        | 'work'
        | 'education'
        | 'location'
        | 'possession'
        | 'opinion'
        | 'habit'
        | 'goal'
        | 'other';
      /** @description 0-1. */
      confidence: number;
      /** @description The group it was said in, and is used in. Null: in private. */
      conversationId: string | null;
      /** @example Loves coffee */
      fact: string;
      /** Format: date-time */
      firstMentioned: string;
      /** @description 1-10. */
      importance: number;
      /**
       * Format: date-time
       * @description When we held it for true.
       */
      knownFrom: string;
      /** Format: date-time */
      knownUntil: string | null;
      /** Format: date-time */
      lastReinforced: string;
      memoryId: string;
      /** @enum {string} */
      origin: 'said' | 'manual' | 'reflection' | 'imported';
      /** @enum {string|null} */
      reason:
        | 'below-threshold'
        | 'instruction-like'
        | 'contradicted'
        | 'ended'
        | 'late'
        | 'edited'
        | 'merged'
        | 'rejected'
        | null;
      reinforcementCount: number;
      replacedBy: string | null;
      replaces: string | null;
      /** @description The messages in which it was said. */
      sources: components['schemas']['MemorySourceDto'][];
      /**
       * @description `pending` waits to be said again, `held` waits for approval, `closed` is over or was replaced.
       * @enum {string}
       */
      status: 'active' | 'pending' | 'held' | 'closed';
      /**
       * Format: date-time
       * @description When it is true in the world.
       */
      validFrom: string | null;
      /** Format: date-time */
      validUntil: string | null;
    };
    ExportPageDto: {
      exports: components['schemas']['ExportDto'][];
      next_cursor: string | null;
    };
    FaultsDto: {
      /**
       * @description The line drops before a message, and comes back by itself
       * @default 0
       */
      disconnect: number;
      /**
       * @description A message comes twice
       * @default 0
       */
      duplicate: number;
      /**
       * @description Our message is refused once
       * @default 0
       */
      failed_send: number;
      /**
       * @description A message comes late, after others of its chat
       * @default 0
       */
      late: number;
      /**
       * @description The account is logged out before a message
       * @default 0
       */
      logout: number;
      /**
       * @description Our message is delivered, but we are not told
       * @default 0
       */
      lost_ack: number;
      /**
       * @description A message changes places with the next one of its chat
       * @default 0
       */
      reorder: number;
      /**
       * @description The same seed strikes the same message ids
       * @default 1
       */
      seed: number;
      /**
       * @description Our message is never read
       * @default 0
       */
      unread: number;
    };
    FaultsInForceDto: {
      /** @example seed=1,duplicate=0.1,lost-ack=0.05 */
      faults: string | null;
    };
    FeedDto: {
      /** Format: date-time */
      created_at: string;
      /** @description False, too, after it failed ten times in a row. */
      enabled: boolean;
      /** @description What was wrong the last time, and what to do about it. */
      error: string | null;
      /** @description In a row. */
      failures: number;
      /** Format: date-time */
      fetched_at: string | null;
      /** @description Ids of chats; none: all groups. */
      groups: string[];
      /** Format: uuid */
      id: string;
      /** @description Things of it that are kept; a group hears of each once. */
      items: number;
      /** @enum {string} */
      kind: 'feed' | 'link';
      /** Format: date-time */
      next_fetch_at: string | null;
      title: string | null;
      url: string;
    };
    FeedsDto: {
      feeds: components['schemas']['FeedDto'][];
    };
    FieldError: {
      /**
       * @description Path of the field.
       * @example items[0].name
       */
      field: string;
      message: string;
    };
    ForgottenDto: {
      /** @description How many memories there were. */
      forgotten: number;
    };
    FoundMemoriesDto: {
      results: components['schemas']['FoundMemoryDto'][];
    };
    FoundMemoryDto: {
      /** @enum {string} */
      category:
        | 'preference'
        | 'personal'
        | 'relationship'
        | 'event'
        | 'plan'
        | 'health'
        | 'work'
        | 'education'
        | 'location'
        | 'possession'
        | 'opinion'
        | 'habit'
        | 'goal'
        | 'other';
      /** @description 0-1. */
      confidence: number;
      /** @description The group it was said in, and is used in. Null: in private. */
      conversationId: string | null;
      /** @example Loves coffee */
      fact: string;
      /** Format: date-time */
      firstMentioned: string;
      /** @description 1-10. */
      importance: number;
      /**
       * Format: date-time
       * @description When we held it for true.
       */
      knownFrom: string;
      /** Format: date-time */
      knownUntil: string | null;
      /** Format: date-time */
      lastReinforced: string;
      memoryId: string;
      /** @enum {string} */
      origin: 'said' | 'manual' | 'reflection' | 'imported';
      /** @enum {string|null} */
      reason:
        | 'below-threshold'
        | 'instruction-like'
        | 'contradicted'
        | 'ended'
        | 'late'
        | 'edited'
        | 'merged'
        | 'rejected'
        | null;
      reinforcementCount: number;
      /** @description 0-1. */
      relevance: number;
      replacedBy: string | null;
      replaces: string | null;
      /**
       * @description `pending` waits to be said again, `held` waits for approval, `closed` is over or was replaced.
       * @enum {string}
       */
      status: 'active' | 'pending' | 'held' | 'closed';
      /**
       * Format: date-time
       * @description When it is true in the world.
       */
      validFrom: string | null;
      /** Format: date-time */
      validUntil: string | null;
    };
    GroupCapabilitiesDto: {
      /** @description Whether the connector tells who is there and what they begin. */
      presence: boolean;
      reactions: boolean;
    };
    GroupDto: {
      /** Format: uuid */
      account_id: string;
      capabilities: components['schemas']['GroupCapabilitiesDto'];
      /** Format: uuid */
      chat_id: string;
      /** @description What the engine says now; while it is off, what v2 would say. */
      decision: components['schemas']['NowDto'];
      /**
       * @description AUTONOMY_ENGINE, for groups that have none of their own.
       * @enum {string}
       */
      default_engine: 'off' | 'v1' | 'v2';
      /** @enum {string} */
      engine: 'off' | 'v1' | 'v2';
      external_id: string;
      /**
       * Format: uuid
       * @description The id of its chat.
       */
      id: string;
      mood: components['schemas']['MoodOfGroupDto'];
      muted: boolean;
      /** Format: date-time */
      next_check_at: string;
      /** @description What keeps it from speaking, whatever the engine says. */
      obstacle: string | null;
      /** @description Of which of them this group has its own. */
      own_settings: (
        'engine' | 'actions_per_hour' | 'actions_per_day' | 'answers_at_once' | 'answers_per_hour' | 'zone'
      )[];
      /** @description Shares of its messages by hour of its own day; null: too little was seen. */
      peak_hours: number[] | null;
      /** Format: date-time */
      quiet_until: string | null;
      /** @description As they hold now. */
      settings: components['schemas']['GroupSettingsDto'];
      signals: components['schemas']['SignalsDto'];
      /** @description What is kept of a group, however much is written in it. */
      state_bytes: number;
      /** @description What must be there before each action, in this mood and this group. */
      thresholds: components['schemas']['ThresholdsDto'];
      title: string | null;
    };
    GroupPageDto: {
      groups: components['schemas']['ListedGroupDto'][];
      next_cursor: string | null;
    };
    GroupSettingsDto: {
      actions_per_day: number;
      actions_per_hour: number;
      answers_at_once: number;
      answers_per_hour: number;
      /** @description Ids of contacts that are programs: they never start anything. */
      bots: string[];
      /** @enum {string} */
      engine: 'off' | 'v1' | 'v2';
      /** @description What it likes to talk about. */
      interests: string[];
      muted: boolean;
      /** Format: date-time */
      quiet_until: string | null;
      /** @description Whether the hours at which it is lively are averaged with those of other groups. */
      share_pattern: boolean;
      /** @example Europe/Madrid */
      zone: string;
    };
    ImaginedEventDto: {
      /**
       * @description Of `own`; none: an answer.
       * @enum {string|null}
       */
      action?: 'engage_user' | 'join_conversation' | 'fomo_response' | 'share_content' | 'break_silence' | null;
      /** @enum {string} */
      kind: 'message' | 'join' | 'activity' | 'own' | 'silence';
      /**
       * @description Any number, another for each person.
       * @default 1
       */
      member: number;
      /** @description What is older than the last that happened counts as now. */
      seconds_ago: number;
      /** @description It is addressed to that member. */
      to_member?: number;
      /** @description It is addressed to us. */
      to_us?: boolean;
    };
    ImportAcceptedDto: {
      task_id: string;
    };
    ImportFormDto: {
      /** @description needed when the card does not tell it */
      age?: number;
      /**
       * Format: binary
       * @description a V2 or V3 card, as .json or .png
       */
      file: string;
      gender?: string;
      /**
       * @description never what the card says
       * @default general
       * @enum {string}
       */
      maturity: 'general' | 'mature';
      slug?: string;
    };
    IncidentDto: {
      /** @enum {string} */
      action: 'answer' | 'soften' | 'decline' | 'hand-over' | 'care' | 'replaced' | 'none';
      chat_id: string;
      contact_id: string | null;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      handled_at: string | null;
      id: string;
      /** @enum {string} */
      kind:
        | 'self-harm'
        | 'abuse'
        | 'violence'
        | 'threat'
        | 'medical'
        | 'forbidden'
        | 'minor'
        | 'nsfw'
        | 'output'
        | 'report';
      /** @description How sexual it was, 0-10. */
      level: number;
      message_id: string | null;
    };
    IncidentPageDto: {
      incidents: components['schemas']['IncidentDto'][];
      next_cursor: string | null;
    };
    LabelDto: {
      /** Format: date-time */
      at: string;
      /** @description 0 to 1; of a chat: the share of its latest messages. */
      confidence: number;
      /** @description null for the operator, and for what sums up a chat. */
      model: string | null;
      /** @enum {string} */
      source: 'model' | 'operator';
      value: string;
    };
    LastActionDto: {
      /** @enum {string} */
      action: 'engage_user' | 'join_conversation' | 'fomo_response' | 'share_content' | 'break_silence';
      /** Format: date-time */
      at: string;
    };
    LineDto: {
      /** @enum {string} */
      line: 'up' | 'down' | 'logged-out';
    };
    ListedGroupDto: {
      /** Format: uuid */
      chat_id: string;
      /**
       * @description What decides there: v2 looks at the talk, v1 is a random timer.
       * @enum {string}
       */
      engine: 'off' | 'v1' | 'v2';
      /** @description WhatsApp's id of the group. */
      external_id: string;
      /**
       * Format: uuid
       * @description The id of its chat.
       */
      id: string;
      /** @description Of the decisions that are kept. */
      last_action: components['schemas']['LastActionDto'] | null;
      /** @example curious */
      mood: string;
      /** @description Nothing is said there, asked or not. */
      muted: boolean;
      /**
       * Format: date-time
       * @description Null: it was not looked at yet.
       */
      next_check_at: string | null;
      /**
       * Format: date-time
       * @description The group asked for silence until then.
       */
      quiet_until: string | null;
      title: string | null;
    };
    MemoryDto: {
      /** @enum {string} */
      category:
        | 'preference'
        | 'personal'
        | 'relationship'
        | 'event'
        | 'plan'
        | 'health'
        | 'work'
        | 'education'
        | 'location'
        | 'possession'
        | 'opinion'
        | 'habit'
        | 'goal'
        | 'other';
      /** @description 0-1. */
      confidence: number;
      /** @description The group it was said in, and is used in. Null: in private. */
      conversationId: string | null;
      /** @example Loves coffee */
      fact: string;
      /** Format: date-time */
      firstMentioned: string;
      /** @description 1-10. */
      importance: number;
      /**
       * Format: date-time
       * @description When we held it for true.
       */
      knownFrom: string;
      /** Format: date-time */
      knownUntil: string | null;
      /** Format: date-time */
      lastReinforced: string;
      memoryId: string;
      /** @enum {string} */
      origin: 'said' | 'manual' | 'reflection' | 'imported';
      /** @enum {string|null} */
      reason:
        | 'below-threshold'
        | 'instruction-like'
        | 'contradicted'
        | 'ended'
        | 'late'
        | 'edited'
        | 'merged'
        | 'rejected'
        | null;
      reinforcementCount: number;
      replacedBy: string | null;
      replaces: string | null;
      /**
       * @description `pending` waits to be said again, `held` waits for approval, `closed` is over or was replaced.
       * @enum {string}
       */
      status: 'active' | 'pending' | 'held' | 'closed';
      /**
       * Format: date-time
       * @description When it is true in the world.
       */
      validFrom: string | null;
      /** Format: date-time */
      validUntil: string | null;
    };
    MemoryExportDto: {
      characterId: string;
      /** Format: date-time */
      createdAt: string | null;
      /** Format: date-time */
      exportedAt: string;
      longTermMemory: components['schemas']['ExportedMemoryDto'][];
      /**
       * @description Always `long_term`: the whole.
       * @enum {string}
       */
      memoryType: 'long_term';
      /** @description What is always told of the person. */
      profile: string | null;
      relationship: components['schemas']['RelationshipDto'];
      /** @description Summaries, the latest first. */
      shortTermMemory: components['schemas']['ShortTermMemoryDto'][];
      /** Format: date-time */
      updatedAt: string | null;
      /** @description The id of our contact. */
      userId: string;
    };
    MemorySourceDto: {
      conversationId: string;
      messageId: string;
    };
    MessageCountsDto: {
      character: number;
      total: number;
      user: number;
    };
    MessageDto: {
      /** @description -1 error, 0 pending, 1 server, 2 device, 3 read. */
      ack: number | null;
      /** @enum {string} */
      author: 'contact' | 'owner' | 'assistant' | 'system';
      /** @description appointment, inquiry, complaint, feedback, general */
      category: components['schemas']['LabelDto'] | null;
      chat_id: string;
      /** Format: date-time */
      edited_at: string | null;
      /** @description WhatsApp's id of the message. */
      external_id: string;
      id: string;
      kind: string;
      media: components['schemas']['MessageMediaDto'] | null;
      /** Format: date-time */
      processed_at: string | null;
      quoted_id: string | null;
      reactions: components['schemas']['MessageReactionDto'][];
      /**
       * Format: date-time
       * @description When the operator noted it as read.
       */
      read_at: string | null;
      /** Format: date-time */
      revoked_at: string | null;
      /** @description pending, turn or skipped; null for what is never answered. */
      route: string | null;
      route_reason: string | null;
      sender_id: string | null;
      sender_name: string | null;
      /** Format: date-time */
      sent_at: string;
      /** @description positive, negative, neutral, mixed */
      sentiment: components['schemas']['LabelDto'] | null;
      /** Format: date-time */
      stored_at: string;
      tags: components['schemas']['LabelDto'][];
      text: string | null;
      /** @description What could not be told about it, and why. */
      untagged: components['schemas']['UntaggedDto'][];
    };
    MessageMediaDto: {
      file_name: string | null;
      /** @description What its content shows; until it is stored, what its sender says. */
      mime_type: string;
      /** @description Why it is not kept. */
      reason: string | null;
      /** @description Bytes. */
      size: number | null;
      /** @enum {string} */
      state: 'pending' | 'stored' | 'skipped' | 'failed';
    };
    MessagePageDto: {
      messages: components['schemas']['MessageDto'][];
      next_cursor: string | null;
      /** @description Archives that are damaged and may hold messages of this page: `GET /api/conversations/archives?state=damaged`. */
      unreadable_archives: string[];
    };
    MessageReactionDto: {
      /** Format: date-time */
      at: string;
      emoji: string;
      from_me: boolean;
      /** @description null for us and the owner. */
      sender_id: string | null;
      sender_name: string | null;
    };
    MessagesReadDto: {
      /** @description How many were noted as read now. */
      read: number;
      /** Format: date-time */
      readAt: string;
    };
    MessageUpdateDto: {
      /**
       * @description null takes a correction back.
       * @enum {string|null}
       */
      category?: 'appointment' | 'inquiry' | 'complaint' | 'feedback' | 'general' | null;
      is_processed?: boolean;
      is_read?: boolean;
      /** @description Our id or WhatsApp's. */
      message_id: string;
      /**
       * @description null takes a correction back.
       * @enum {string|null}
       */
      sentiment?: 'positive' | 'negative' | 'neutral' | 'mixed' | null;
      /** @description All of its tags, of METADATA_TAGS; [] for none. null takes a correction back. */
      tags?: string[] | null;
    };
    MetadataRunStartedDto: {
      success: boolean;
      /** @description `GET /api/conversations/tasks/{task_id}` tells how far it is. */
      task_id: string;
      unknown_chat_ids: string[];
    };
    MetadataUpdatedDto: {
      /** @description Not changed: bring their chats back first. */
      archived_messages: components['schemas']['ArchivedMessageDto'][];
      success: boolean;
      unknown_chat_ids: string[];
      unknown_message_ids: string[];
      updated_chats: number;
      updated_messages: number;
    };
    ModelSettingsDto: {
      /**
       * @description Longest answer, in tokens; none: `LLM_MAX_TOKENS`.
       * @example 500
       */
      maxTokens?: number;
      /** @description Name of a model of the provider; none: `LLM_MODEL`. */
      model?: string;
      /**
       * @description None: `LLM_TEMPERATURE`.
       * @example 0.8
       */
      temperature?: number;
      topP?: number;
    };
    MoodDto: {
      emotion: string;
      /** @description 0-1. */
      intensity: number;
      /** @description -1 to 1. */
      valence: number;
    };
    MoodEditDto: {
      energy?: number;
      impulsiveness?: number;
      shares?: boolean;
      sociability?: number;
    };
    MoodOfGroupDto: {
      /** @description Whether its numbers were changed for this group. */
      edited: boolean;
      /** @description How soon a silence is broken. */
      energy: number;
      frozen: boolean;
      /** @description How readily signals are acted on. */
      impulsiveness: number;
      /** @enum {string} */
      name:
        | 'neutral'
        | 'bubbly'
        | 'shy'
        | 'curious'
        | 'excited'
        | 'playful'
        | 'flirty'
        | 'romantic'
        | 'serious'
        | 'calm'
        | 'melancholy'
        | 'irritated'
        | 'sleepy';
      /** @description Whether something from a feed is brought along when little is said. */
      shares: boolean;
      /** @description How soon a talk is joined. */
      sociability: number;
      /**
       * Format: date-time
       * @description Null: it is frozen.
       */
      until: string | null;
    };
    MoodsDto: {
      moods: components['schemas']['MoodDto'][];
    };
    NewApiKeyView: {
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string | null;
      id: string;
      /** @description The key, shown this once. */
      key: string;
      /** Format: date-time */
      last_used_at: string | null;
      name: string;
      /** @description How the key begins. */
      prefix: string;
      /** Format: date-time */
      revoked_at: string | null;
      scopes: string[];
    };
    NewAutomationDto: {
      /** @default true */
      enabled: boolean;
      name: string;
      /**
       * @description What is done, each kind at most once: `tag` (`tags`), `notify`, `pause`, `draft`, `archive`, `webhook` (`url`, `secret`, `include_text`).
       * @example [
       *       {
       *         "kind": "notify"
       *       },
       *       {
       *         "kind": "tag",
       *         "tags": [
       *           "follow_up"
       *         ]
       *       }
       *     ]
       */
      then: Record<string, never>[];
      /**
       * @description All conditions must hold. Kinds: `tag`, `category`, `sentiment` (each with an optional `min_confidence`, default 0.5), `keyword` (`words`: any of them), `first_message`, `no_answer` (`hours`). `scope` is optional: `chat_ids`, `kind`.
       * @example {
       *       "all": [
       *         {
       *           "kind": "category",
       *           "category": "complaint"
       *         }
       *       ],
       *       "scope": {
       *         "kind": "direct"
       *       }
       *     }
       */
      when: Record<string, never>;
    };
    NewCharacterDto: {
      /** @example 34 */
      age: number;
      boundaries?: string[];
      /** @description Background. */
      description: string;
      exampleDialogues?: components['schemas']['ExampleDialogueDto'][];
      /** @example woman */
      gender: string;
      /** @description How a new web conversation begins. */
      greeting?: string | null;
      /** @description BCP 47. None: that of the person. */
      languages?: string[];
      /**
       * @default general
       * @enum {string}
       */
      maturity: 'general' | 'mature';
      modelSettings?: components['schemas']['ModelSettingsDto'];
      /** @example Vera */
      name: string;
      scenario?: string | null;
      /** @description Its name in addresses; none: made from `name`. */
      slug?: string;
      /** @default  */
      speechStyle: string;
      /**
       * @example [
       *       "warm",
       *       "curious"
       *     ]
       */
      traits: string[];
      /**
       * @description Gives the model the instructions of the card.
       * @default false
       */
      useCardInstructions: boolean;
    };
    NewConversationDto: {
      /** @description Id or slug of the character, or `default`. */
      characterId: string;
      /** @description The same one again gives the conversation that it made. */
      clientId?: string;
      /** @description None: made from the talk. */
      title?: string;
      /** @description Whose it is: the id of the contact, a phone number, a WhatsApp id, or an id of your own. Left out by people, who speak for themselves. */
      userId?: string;
    };
    NewExperimentDto: {
      /**
       * @description What differs. Of each one experiment runs at a time.
       * @enum {string}
       */
      dimension: 'type' | 'tone' | 'template' | 'timing';
      name: string;
      variants: components['schemas']['VariantDto'][];
    };
    NewMemoryDto: {
      /**
       * @example preference
       * @enum {string}
       */
      category:
        | 'preference'
        | 'personal'
        | 'relationship'
        | 'event'
        | 'plan'
        | 'health'
        | 'work'
        | 'education'
        | 'location'
        | 'possession'
        | 'opinion'
        | 'habit'
        | 'goal'
        | 'other';
      /** @default 1 */
      confidence: number;
      /** @example Loves coffee */
      fact: string;
      /** @default 7 */
      importance: number;
      /**
       * @description Of its topic only one can be true: it takes the place of the one before.
       * @default false
       */
      single: boolean;
      /**
       * @description What it is about.
       * @example lives in
       */
      topic?: string;
      /**
       * Format: date-time
       * @description Since when it is true.
       */
      validFrom?: string | null;
      /**
       * Format: date-time
       * @description Until when it is true.
       */
      validUntil?: string | null;
    };
    NewMessageDto: {
      /** @description The same one again sends nothing and gives the message that is there. */
      clientId?: string;
      /** @description The text, at most `MAX_MESSAGE_LENGTH` UTF-16 units. */
      content: string;
      /**
       * @description Only `text` can be sent.
       * @default text
       * @enum {string}
       */
      type: 'text' | 'image' | 'voice' | 'system';
    };
    NewTokenDto: {
      /** @description What the person is called. */
      name?: string;
      /**
       * @description For how long it is good. Give a new one before that.
       * @default 86400
       */
      ttlSeconds: number;
      /**
       * @description The person's id on your site; or the id, phone number or WhatsApp id of a contact. One that is not known yet becomes a new person.
       * @example visitor-7
       */
      userId: string;
    };
    NowDto: {
      /** @enum {string|null} */
      action: 'engage_user' | 'join_conversation' | 'fomo_response' | 'share_content' | 'break_silence' | null;
      /** @description The reasons in words. */
      explained: string[];
      /**
       * Format: date-time
       * @description Until then only something that happens there changes it.
       */
      next_check_at: string;
      reasons: components['schemas']['AutonomyReasonDto'][];
      /** @description How near the nearest action is, 0 to 1; at 1 it acts. */
      score: number;
    };
    OutboxDto: {
      attempts: number;
      chat_id: string;
      /** Format: date-time */
      created_at: string;
      /** @description WhatsApp's id of the message. */
      external_id: string;
      id: string;
      /** @description text, image, video, audio or document. */
      kind: string;
      /**
       * Format: date-time
       * @description When it is looked at next, while it waits.
       */
      not_before: string;
      /** @enum {string} */
      origin: 'reply' | 'command' | 'operator' | 'proactive';
      part: number;
      quoted_id: string | null;
      reason: string | null;
      /** Format: date-time */
      sent_at: string | null;
      /** @enum {string} */
      state: 'draft' | 'queued' | 'sending' | 'sent' | 'dropped' | 'failed' | 'unknown';
      text: string | null;
      turn_id: string | null;
    };
    OutboxPageDto: {
      next_cursor: string | null;
      outbox: components['schemas']['OutboxDto'][];
    };
    PaceDto: {
      burst: number;
      gap_ms: number;
      new_contacts_last_day: number;
      new_contacts_per_day: number;
      rate_per_minute: number;
      /** Format: date-time */
      warm_since: string | null;
    };
    PairingCodeDto: {
      /** @description To be typed into the phone: Linked devices > Link with phone number. */
      code: string;
    };
    PersonCharacterDto: {
      age: number;
      /** @description Where its picture is, to be asked for with the same token. */
      avatarUrl: string | null;
      description: string;
      gender: string;
      /** Format: uuid */
      id: string;
      languages: string[];
      name: string;
      slug: string;
    };
    PersonCharacterPageDto: {
      characters: components['schemas']['PersonCharacterDto'][];
      nextCursor: string | null;
    };
    PlanEngagementDto: {
      /** @description A contact's id, a phone number, or an id of WhatsApp or of the site. */
      contact_id: string;
      /**
       * Format: date-time
       * @description Within the next seven days, and outside their quiet hours.
       */
      due_at?: string;
      /** @description Own words, as long as the settings allow, without links, numbers and places such as {name}. */
      text?: string;
      /**
       * @description None: what suits best.
       * @enum {string}
       */
      type?: 'check_in' | 'emotional_support' | 'memory_reminder' | 'topic_suggestion';
    };
    PostedMessageDto: {
      /** @example 34600000001@c.us */
      chat: string;
      /** @example 3EB0A1B2C3D4E5F60718F2 */
      id: string;
      /** @enum {string} */
      status: 'queued';
    };
    PostMessageDto: {
      /**
       * @description The text, or the caption. May be left out for media
       * @example hello
       */
      body?: string;
      /** @description The chat, when it is not the direct one: a phone or any id of WhatsApp */
      chat?: string;
      /**
       * @description The phone that writes: a number, or an id (…@c.us, …@lid)
       * @example +34600000001
       */
      from: string;
      /** @description The owner wrote it, from another device, in the chat with `from` */
      from_me?: boolean;
      /** @description The group it is written in: its …@g.us id, or a name of your choice */
      group?: string;
      /** @description The message id. The same id again is the same message delivered again */
      id?: string;
      /**
       * @default text
       * @enum {string}
       */
      kind:
        | 'text'
        | 'image'
        | 'video'
        | 'voice'
        | 'audio'
        | 'document'
        | 'sticker'
        | 'location'
        | 'contact'
        | 'poll'
        | 'call'
        | 'system'
        | 'unknown';
      /**
       * @description The LID that WhatsApp shows beside the phone
       * @example 123456789012345@lid
       */
      lid?: string;
      /** @description Phones or ids that are mentioned; "me" is the secretary */
      mentions?: string[];
      /** @example Guest */
      name?: string;
      /**
       * @description The phone that WhatsApp shows beside a LID
       * @example +34600000001
       */
      phone?: string;
      /** @description Id of the message that this one answers */
      quoted_id?: string;
      /** Format: date-time */
      sent_at?: string;
      /** @description The secretary is never told: only the history of the account has it */
      unheard?: boolean;
    };
    PreferencesDto: {
      /** Format: date-time */
      changed_at: string | null;
      /** @description Id of an API key, `admin`, or `chat` when they said it themselves. */
      changed_by: string | null;
      /** @enum {string|null} */
      frequency: 'off' | 'low' | 'normal' | 'high' | null;
      /** @enum {string|null} */
      language: 'en' | 'es' | 'pt' | 'fr' | 'de' | 'it' | 'ru' | 'zh' | 'ja' | 'ar' | 'hi' | null;
      /**
       * @description Of the clock where they are.
       * @example 22:00
       */
      quiet_from: string | null;
      /**
       * @description Of the clock where they are.
       * @example 22:00
       */
      quiet_until: string | null;
      topics_to_avoid: string[];
      /** @example Europe/Madrid */
      zone: string | null;
    };
    PreviewAnswerDto: {
      turns: components['schemas']['PreviewTurnDto'][];
      /** @description The version that the changes were tried on. */
      version: number;
    };
    PreviewArchiveDto: {
      /** @description None: the chats that the night run looks at. */
      chat_ids?: string[];
    };
    PreviewDto: {
      /** @description What to try; none: the character as it is. */
      changes?: components['schemas']['SheetChangeDto'];
      /** @description Id, WhatsApp id or phone of a chat: its latest messages. */
      chatId?: string;
      conversation?: components['schemas']['PreviewLineDto'][];
      /**
       * @description How many answers to try.
       * @default 3
       */
      turns: number;
    };
    PreviewedChatDto: {
      chat_id: string;
      /** @enum {string} */
      decision: 'archive' | 'keep';
      external_id: string;
      /** Format: date-time */
      last_message_at: string;
      message_count: number;
      /** @description The deciding one first. */
      reasons: string[];
      /** @description 0-100: how much speaks for putting it away. */
      score: number;
      title: string | null;
    };
    PreviewEngagementDto: {
      /** @description A contact's id, a phone number, or an id of WhatsApp or of the site. */
      contact_id: string;
      /**
       * @description None: what suits best.
       * @enum {string}
       */
      type?: 'check_in' | 'emotional_support' | 'memory_reminder' | 'topic_suggestion';
      /** @description The key of a variant of a running experiment; none: that of the person. */
      variant?: string;
    };
    PreviewLineDto: {
      /** @enum {string} */
      from: 'user' | 'character';
      text: string;
    };
    PreviewTemplateDto: {
      event?: string;
      /** @enum {string} */
      language: 'en' | 'es' | 'pt' | 'fr' | 'de' | 'it' | 'ru' | 'zh' | 'ja' | 'ar' | 'hi';
      memory?: string;
      name?: string;
      text: string;
      topic?: string;
    };
    PreviewTurnDto: {
      /** @description What the character would answer with the changes. */
      answer: string[];
      /** @description What was answered then. */
      answered: string[];
      /** @description What the person said. */
      asked: string[];
      inputTokens: number;
      model: string;
      outputTokens: number;
      /** @description Why there is no answer. */
      silence: string | null;
    };
    /** @description RFC 9457, with a stable `code` for programs. */
    Problem: {
      /** @example engagement.not-found */
      code: string;
      /** @description What to do next. */
      detail: string;
      details?: {
        [key: string]: unknown;
      };
      errors?: components['schemas']['FieldError'][];
      /** @description The correlation id under which the log tells more; of 5xx alone. */
      instance?: string;
      /** @example 404 */
      status: number;
      /** @example Not Found */
      title: string;
      /** @example about:blank */
      type: string;
    };
    PutAnsweringRulesDto: {
      /**
       * @description Who answers everybody else: id or slug.
       * @example secretary
       */
      default: string;
      /** @description The first that is true counts. */
      rules: components['schemas']['AnsweringRuleDto'][];
    };
    QrDto: {
      /** @description The picture, as a data: address. */
      png: string;
      /** @enum {string} */
      state:
        | 'STOPPED'
        | 'STARTING'
        | 'WAIT_QR'
        | 'PAIRING'
        | 'SYNCING'
        | 'READY'
        | 'DEGRADED'
        | 'RECONNECTING'
        | 'LOGGED_OUT'
        | 'RESTRICTED'
        | 'FAILED';
      /** @description What the code says. Whoever draws it can link their phone: keep it to yourself. */
      text: string;
    };
    ReactionDto: {
      /** @description One emoji; empty takes the reaction back. */
      emoji: string;
    };
    ReadMessagesDto: {
      /**
       * Format: uuid
       * @description The last message that was read. None: all of them.
       */
      upTo?: string;
    };
    ReasonDto: {
      /** @example silent */
      code: string;
      detail?: {
        [key: string]: unknown;
      };
    };
    RehearsalDto: {
      /** @description Messages that were looked at. */
      examined: number;
      matches: components['schemas']['RehearsedMatchDto'][];
      /** @description Of those, how many have no labels yet, though the automation asks for some. */
      unlabelled: number;
    };
    RehearsedMatchDto: {
      chat_id: string;
      message_id: string;
      reasons: string[];
      /** Format: date-time */
      sent_at: string;
    };
    RejectEngagementDto: {
      /**
       * @description One word; kept behind `rejected:`.
       * @example wrong-tone
       */
      reason?: string;
    };
    RelationshipDto: {
      favoriteTopics: string[];
      /** @description 0-100. */
      intimacy: number;
      /** Format: date-time */
      lastInteractionAt: string | null;
      /** @description 0-100. */
      level: number;
      mood: components['schemas']['MoodDto'] | null;
      sharedExperiences: string[];
      /** @enum {string} */
      stage: 'stranger' | 'acquaintance' | 'friend' | 'close_friend' | 'intimate' | 'partner';
      totalInteractions: number;
      /** @description 0-100. */
      trust: number;
    };
    RelationshipNowDto: {
      /** @description 0-100 */
      intimacy: number;
      /** @description 0-100 */
      level: number;
      stage: string;
      totalInteractions: number;
      /** @description 0-100 */
      trust: number;
    };
    ReportDto: {
      /** @description Is not kept: an operator looks at what was said. */
      reason?: string;
    };
    ResolveDto: {
      /**
       * @description What the phone shows; `retry` sends it again under the same id.
       * @enum {string}
       */
      outcome: 'sent' | 'not-sent' | 'retry';
    };
    ResponseTimesDto: {
      answered: number;
      /** @description what contacts said first after us, or at all */
      asked: number;
      median_seconds: number | null;
      p90_seconds: number | null;
    };
    RevokedTokensDto: {
      /** @description How many tokens were good until now. */
      revoked: number;
    };
    RevokeTokensDto: {
      /**
       * @description The person's id on your site; or the id, phone number or WhatsApp id of a contact.
       * @example visitor-7
       */
      userId: string;
    };
    RuleConditionDto: {
      /** @description Ids or names of accounts. */
      accounts?: string[];
      channels?: ('whatsapp' | 'web')[];
      chatIds?: string[];
      contactIds?: string[];
      /** @enum {string} */
      kind?: 'direct' | 'group';
      /**
       * @example [
       *       "+34"
       *     ]
       */
      phonePrefixes?: string[];
      /** @description Tags of the chat, as its labels have them. */
      tags?: string[];
    };
    RunMetadataDto: {
      /** @description Our ids or WhatsApp's; none: all chats. */
      chat_ids?: string[];
      /**
       * Format: date-time
       * @description Only what was sent from then on.
       */
      since?: string;
    };
    ScheduledJobDto: {
      /** @description whether the clock starts it */
      enabled: boolean;
      /** @example auto_archive */
      id: string;
      /**
       * Format: date-time
       * @description when it last began; null: never
       */
      last_run: string | null;
      /** @example Auto-archive old conversations */
      name: string;
      /**
       * Format: date-time
       * @description null while it is switched off
       */
      next_run: string | null;
    };
    ScheduledJobsDto: {
      jobs: components['schemas']['ScheduledJobDto'][];
      /** @description whether a process runs the clock: a worker, or `npm start` */
      scheduler_running: boolean;
      success: boolean;
    };
    SendingDto: {
      /** @enum {string|null} */
      held_reason: 'rate' | 'slow-down' | null;
      /** Format: date-time */
      held_until: string | null;
      /** @description null: pacing is off. */
      pace: components['schemas']['PaceDto'] | null;
      /** Format: date-time */
      stopped_at: string | null;
      /** @description Messages that wait in the outbox. */
      waiting: number;
    };
    SendMediaDto: {
      /** @description The bytes as base64. */
      data: string;
      file_name?: string;
      /**
       * @description Checked against the content; found out when absent.
       * @example image/jpeg
       */
      mime_type?: string;
    };
    SendMessageDto: {
      media?: components['schemas']['SendMediaDto'];
      /** @description Id of the message of this chat that it answers: ours or WhatsApp's. */
      reply_to?: string;
      template?: components['schemas']['SendTemplateDto'];
      /** @description More than 65536 UTF-16 units (4096 with cloud-api) become several messages, split at a word. With `media` it is the caption. */
      text?: string;
    };
    SendTemplateDto: {
      /** @example en_US */
      language: string;
      /** @example appointment_reminder */
      name: string;
      /** @description What fills its places, in order. */
      parameters?: string[];
    };
    SentMessageDto: {
      /** @description WhatsApp's id of the message. */
      external_id: string;
      /** @description Id in the outbox, of the first part when the text was split. */
      id: string;
      state: string;
    };
    SetAsideDto: {
      /** @example max_message_length */
      setting: string;
      /** @description What it would have to be. */
      takes: string;
    };
    SetMoodDto: {
      /** @description A frozen mood is followed by none. */
      frozen?: boolean;
      /**
       * @description None: the one it is in.
       * @enum {string}
       */
      mood?:
        | 'neutral'
        | 'bubbly'
        | 'shy'
        | 'curious'
        | 'excited'
        | 'playful'
        | 'flirty'
        | 'romantic'
        | 'serious'
        | 'calm'
        | 'melancholy'
        | 'irritated'
        | 'sleepy';
      /** @description This mood's own numbers in this group; null: as it has them everywhere. */
      profile?: components['schemas']['MoodEditDto'] | null;
      /**
       * Format: date-time
       * @description When the next one follows; null, or none beside a mood: in an hour.
       */
      until?: string | null;
    };
    SheetChangeDto: {
      /** @example 34 */
      age?: number;
      boundaries?: string[];
      /** @description Background. */
      description?: string;
      exampleDialogues?: components['schemas']['ExampleDialogueDto'][];
      /** @example woman */
      gender?: string;
      /** @description How a new web conversation begins. */
      greeting?: string | null;
      /** @description BCP 47. None: that of the person. */
      languages?: string[];
      /**
       * @default general
       * @enum {string}
       */
      maturity: 'general' | 'mature';
      modelSettings?: components['schemas']['ModelSettingsDto'];
      /** @example Vera */
      name?: string;
      scenario?: string | null;
      /** @default  */
      speechStyle: string;
      /**
       * @example [
       *       "warm",
       *       "curious"
       *     ]
       */
      traits?: string[];
      /**
       * @description Gives the model the instructions of the card.
       * @default false
       */
      useCardInstructions: boolean;
    };
    ShortTermMemoryDto: {
      conversationId: string;
      /** @description 1-10. */
      importance: number;
      summary: string;
      /** Format: date-time */
      timestamp: string;
    };
    ShownSheetDto: {
      age: number;
      /** @description SHA-256 of the picture. */
      avatar: string | null;
      boundaries: string[];
      description: string;
      exampleDialogues: components['schemas']['ExampleDialogueDto'][];
      gender: string;
      greeting: string | null;
      languages: string[];
      /** @enum {string} */
      maturity: 'general' | 'mature';
      modelSettings: components['schemas']['ModelSettingsDto'];
      name: string;
      scenario: string | null;
      speechStyle: string;
      traits: string[];
      useCardInstructions: boolean;
    };
    SignalsDto: {
      /** @description Of whom that was to us, 0 to 1. */
      affinity: number;
      /** @description Unasked messages since anybody turned to us. */
      ignored: number;
      /** @description How much the talk is about the interests of the group, 0 to 1. */
      interest: number;
      messages_in_five_minutes: number;
      messages_in_hour: number;
      messages_since_own: number;
      /** @description Messages of people, fading within minutes. */
      momentum: number;
      /** @description Since a person wrote; null: nobody has. */
      quiet_seconds: number | null;
      /** @description How our own messages are taken, -1 to 1. */
      reception: number;
      /** @description Since somebody came in or began something; null: never, or it is told. */
      seconds_since_activity: number | null;
      /** @description Null: never. */
      seconds_since_addressed: number | null;
      /** @description Since two others spoke to each other; null: never. */
      seconds_since_directed: number | null;
      /** @description Null: never. */
      seconds_since_own: number | null;
      /** @description The group's tone, -1 to 1, by emoji and reactions. */
      sentiment: number;
      /** @description People who wrote in the last ten minutes. */
      speakers: number;
      /** @description How lively the group usually is at this hour and weekday; 1 is its average. */
      usual: number;
    };
    SimulatedDto: {
      decision: components['schemas']['NowDto'];
      obstacle: string | null;
      signals: components['schemas']['SignalsDto'];
      thresholds: components['schemas']['ThresholdsDto'];
      /**
       * @description What it would do: the decision, unless an obstacle stands against it.
       * @enum {string|null}
       */
      would: 'engage_user' | 'join_conversation' | 'fomo_response' | 'share_content' | 'break_silence' | null;
    };
    SimulatedSettingsDto: {
      actions_per_day?: number;
      actions_per_hour?: number;
      muted?: boolean;
    };
    SimulateDto: {
      /**
       * Format: date-time
       * @description None: now. Else within the next 31 days.
       */
      at?: string;
      /** @enum {string} */
      engine?: 'off' | 'v1' | 'v2';
      events?: components['schemas']['ImaginedEventDto'][];
      /** @enum {string} */
      mood?:
        | 'neutral'
        | 'bubbly'
        | 'shy'
        | 'curious'
        | 'excited'
        | 'playful'
        | 'flirty'
        | 'romantic'
        | 'serious'
        | 'calm'
        | 'melancholy'
        | 'irritated'
        | 'sleepy';
      settings?: components['schemas']['SimulatedSettingsDto'];
    };
    StandingDto: {
      /** @description At which hours of their day they answered what was written to them first, 24 counts. */
      hours: number[];
      intimacy: number;
      /** Format: date-time */
      last_engaged_at: string | null;
      /** Format: date-time */
      last_heard_at: string | null;
      /** @description 0-100, as absence has left it. */
      level: number;
      /** @enum {string} */
      stage: 'stranger' | 'acquaintance' | 'friend' | 'close_friend' | 'intimate' | 'partner';
      trust: number;
      /** @description Outreaches in a row that they have not answered. */
      unanswered: number;
      /** @description Where they are or may be. */
      zones: string[];
      /**
       * @description Who says so.
       * @enum {string}
       */
      zones_from: 'operator' | 'chat' | 'number' | 'setting';
    };
    StartedForChatsDto: {
      success: boolean;
      task_id: string;
      /** @description Those of the ids that nobody knows; the task leaves them out. */
      unknown_chat_ids: string[];
    };
    StartedTaskDto: {
      success: boolean;
      task_id: string;
    };
    StartExportDto: {
      /**
       * @description CSV only: a byte order mark, without which Excel does not read it as UTF-8.
       * @default true
       */
      bom: boolean;
      /** @description Ours or WhatsApp's. */
      chat_ids: string[];
      /**
       * @description txt is what WhatsApp itself exports, and can be imported again.
       * @enum {string}
       */
      format: 'json' | 'csv' | 'txt' | 'html' | 'pdf';
      /**
       * Format: date-time
       * @description Messages from then on.
       */
      from?: string | null;
      /**
       * @description A ZIP with the attachments that are kept.
       * @default false
       */
      include_media: boolean;
      /**
       * @description The owner's name in the file.
       * @default Me
       */
      me: string | null;
      /**
       * Format: date-time
       * @description Messages up to then.
       */
      to?: string | null;
      /** @description Zone of the times that are shown; none: TIME_ZONE. */
      zone?: string | null;
    };
    StatsDto: {
      archived_chats: number;
      archived_messages: number;
      /** @description MiB on disk, indexes included */
      database_size_mb: number;
      /** Format: date-time */
      newest_message: string | null;
      /** Format: date-time */
      oldest_message: string | null;
      total_chats: number;
      /** @description live and archived */
      total_messages: number;
    };
    StrategyDto: {
      because: components['schemas']['StrategyReasonDto'][];
      /** @enum {string} */
      empathy: 'high' | 'moderate';
      /** @enum {string} */
      frequency: 'aggressive' | 'conservative';
      /** @enum {string} */
      personalization: 'high' | 'moderate';
      /** @enum {string} */
      timing: 'frequent' | 'spaced';
    };
    StrategyReasonDto: {
      code: string;
      detail?: {
        [key: string]: unknown;
      };
    };
    SwitchSendingDto: {
      /** @description true: nothing leaves this account any more; what waits is held. */
      stopped: boolean;
    };
    SyncDto: {
      /**
       * @description Chats by our id or WhatsApp's. Left out: every conversation, those that only the phone has included.
       * @example [
       *       "123456@c.us"
       *     ]
       */
      chat_ids?: string[];
      /**
       * @description Compares whole chats, as far back as the phone goes, instead of what is recent.
       * @default false
       */
      full: boolean;
    };
    SyncErrorDto: {
      code: string;
      message: string;
    };
    SyncStatusDto: {
      /**
       * Format: date-time
       * @description When this was so.
       */
      as_of: string;
      chats: components['schemas']['ChatSyncStatusDto'][];
      next_cursor: string | null;
      success: boolean;
      totals: components['schemas']['SyncTotalsDto'];
    };
    SyncTotalsDto: {
      chats: number;
      done: number;
      failed: number;
      never: number;
      running: number;
      unsupported: number;
      waiting: number;
    };
    TemplateDto: {
      cloud_language: string | null;
      cloud_name: string | null;
      enabled: boolean;
      /** @example en.check_in.generic.1 */
      id: string;
      /** @enum {string} */
      language: 'en' | 'es' | 'pt' | 'fr' | 'de' | 'it' | 'ru' | 'zh' | 'ja' | 'ar' | 'hi';
      /** @enum {string} */
      scenario: 'generic' | 'morning' | 'evening' | 'event' | 'birthday' | 'low-mood' | 'long-silence';
      /** @description Comes with the program: it can be switched off, not changed. */
      shipped: boolean;
      text: string;
      tone: string | null;
      /** @enum {string} */
      type: 'check_in' | 'emotional_support' | 'memory_reminder' | 'topic_suggestion';
    };
    TemplatePreviewDto: {
      reasons: components['schemas']['ReasonDto'][];
      text: string | null;
      /** @description It could be sent. */
      usable: boolean;
    };
    TemplatesDto: {
      templates: components['schemas']['TemplateDto'][];
    };
    ThresholdsDto: {
      engage_pause_seconds: number;
      fomo_messages: number;
      fomo_pause_seconds: number;
      join_messages: number;
      join_momentum: number;
      join_pause_seconds: number;
      quiet_seconds: number;
      share_pause_seconds: number;
    };
    TokenDto: {
      /** Format: date-time */
      expiresAt: string;
      /** @description A JWT, shown this once, for `Authorization: Bearer` and the `auth` of a socket. */
      token: string;
    };
    TrendDayDto: {
      /**
       * @description of what contacts wrote
       * @example {
       *       "inquiry": 4
       *     }
       */
      categories: Record<string, never>;
      /** Format: date */
      date: string;
      /** @description written by contacts */
      inbound: number;
      /** @description written by the owner or by us */
      outbound: number;
      /** @description in direct chats */
      response_times: components['schemas']['ResponseTimesDto'];
      /**
       * @description of what contacts wrote
       * @example {
       *       "positive": 3,
       *       "neutral": 12
       *     }
       */
      sentiment: Record<string, never>;
    };
    TrendsDto: {
      /** @description messages in archives that reach into these days; they are not among the figures below */
      archived_messages: number;
      days: components['schemas']['TrendDayDto'][];
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
      zone: string;
    };
    TriedAutomationDto: {
      enabled?: boolean;
      name?: string;
      /**
       * @description What is done, each kind at most once: `tag` (`tags`), `notify`, `pause`, `draft`, `archive`, `webhook` (`url`, `secret`, `include_text`).
       * @example [
       *       {
       *         "kind": "notify"
       *       },
       *       {
       *         "kind": "tag",
       *         "tags": [
       *           "follow_up"
       *         ]
       *       }
       *     ]
       */
      then?: Record<string, never>[];
      /**
       * @description All conditions must hold. Kinds: `tag`, `category`, `sentiment` (each with an optional `min_confidence`, default 0.5), `keyword` (`words`: any of them), `first_message`, `no_answer` (`hours`). `scope` is optional: `chat_ids`, `kind`.
       * @example {
       *       "all": [
       *         {
       *           "kind": "category",
       *           "category": "complaint"
       *         }
       *       ],
       *       "scope": {
       *         "kind": "direct"
       *       }
       *     }
       */
      when: Record<string, never>;
    };
    TryAutomationDto: {
      automation: components['schemas']['TriedAutomationDto'];
      /**
       * @description Messages to look at.
       * @default 200
       */
      limit: number;
      /**
       * Format: date-time
       * @description Messages sent from then on. Default: 7 days ago.
       */
      since?: string;
    };
    TurnDto: {
      /** @description Who answers it. */
      agent: string;
      /** @description How often an answer was tried. */
      attempts: number;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      finished_at: string | null;
      id: string;
      /** @description The parts of the answer. */
      outbox: components['schemas']['TurnPartDto'][];
      /** @description Why there is no answer, or what a fixed one was for. */
      reason: string | null;
      /** @enum {string} */
      state: 'pending' | 'answered' | 'silent';
    };
    TurnPageDto: {
      next_cursor: string | null;
      turns: components['schemas']['TurnDto'][];
    };
    TurnPartDto: {
      id: string;
      reason: string | null;
      state: string;
    };
    UnarchiveChatDto: {
      /** @description Our id of a chat, or WhatsApp's. */
      chat_id: string;
    };
    UntaggedDto: {
      /** @enum {string} */
      facet: 'sentiment' | 'category' | 'tags';
      reason: string;
    };
    UpcomingPageDto: {
      engagements: components['schemas']['EngagementDto'][];
      next_cursor: string | null;
      /** @description How many people are looked at within the hours that are planned ahead. */
      next_looks: number;
    };
    UpdateMetadataDto: {
      chats?: components['schemas']['ChatUpdateDto'][];
      updates?: components['schemas']['MessageUpdateDto'][];
    };
    UsageBudgetDto: {
      /** @description LLM_CONTACT_DAILY_CALLS; null: no limit. */
      contact_daily_calls: number | null;
      /** @description LLM_CONTACT_DAILY_BUDGET_USD; null: no limit. */
      contact_daily_usd: number | null;
      /** @description LLM_DAILY_BUDGET_USD; null: no limit. */
      daily_usd: number | null;
      /** Format: date */
      day: string;
      spent_usd: number;
    };
    UsageFiguresDto: {
      cache_read_tokens: number;
      cache_write_tokens: number;
      /** @description Attempts at a model, failed ones included. */
      calls: number;
      /** @description By list price; null when no price of it is known. */
      cost_usd: number | null;
      failures: number;
      /** @description Not those that a cache served. */
      input_tokens: number;
      latency_avg_ms: number | null;
      latency_max_ms: number | null;
      /** @description About: told from a histogram. */
      latency_p95_ms: number | null;
      output_tokens: number;
      /** @description Calls whose model has no known price: `cost_usd` is without them. See LLM_PRICES. */
      unpriced_calls: number;
    };
    UsageReportDto: {
      /** @description Today, whatever days were asked for. */
      budget: components['schemas']['UsageBudgetDto'];
      /** Format: date */
      from: string;
      group_by: ('day' | 'purpose' | 'contact' | 'model' | 'provider')[];
      /** @description By day, then the dearest first. */
      rows: components['schemas']['UsageRowDto'][];
      /** Format: date */
      to: string;
      totals: components['schemas']['UsageFiguresDto'];
      /** @description Whether there are more rows than these: ask for fewer days or groups. */
      truncated: boolean;
      /** @description Whose days they are. */
      zone: string;
    };
    UsageRowDto: {
      cache_read_tokens: number;
      cache_write_tokens: number;
      /** @description Attempts at a model, failed ones included. */
      calls: number;
      /**
       * Format: uuid
       * @description null: nobody's in particular.
       */
      contact_id?: string | null;
      /** @description By list price; null when no price of it is known. */
      cost_usd: number | null;
      /** Format: date */
      day?: string;
      failures: number;
      /** @description Not those that a cache served. */
      input_tokens: number;
      latency_avg_ms: number | null;
      latency_max_ms: number | null;
      /** @description About: told from a histogram. */
      latency_p95_ms: number | null;
      /** @description `none` when nothing answered. */
      model?: string;
      output_tokens: number;
      provider?: string;
      purpose?: string;
      /** @description Calls whose model has no known price: `cost_usd` is without them. See LLM_PRICES. */
      unpriced_calls: number;
    };
    VariantDto: {
      /** @description Exactly one is: the others are compared with it. */
      control?: boolean;
      /** @example evening */
      key: string;
      /**
       * @description What it sets the dimension to: a type; `learned`, `morning` or `evening`; a tone in words; a template. `usual` changes nothing.
       * @example evening
       */
      value: string;
      /** @description Its share among the weights of all. */
      weight: number;
    };
    WebhookDeliveryDto: {
      attempts: number;
      /** Format: date-time */
      finished_at: string | null;
      id: string;
      last_error: string | null;
      last_status: number | null;
      /** Format: date-time */
      next_at: string | null;
      /** @enum {string} */
      state: 'waiting' | 'delivered' | 'failed';
    };
  };
  responses: {
    /** @description It cannot be done as things stand: `code` says why. */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description It went wrong here: the log tells more under `instance`. */
    Failed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The key may not do this: `x-scopes` says what it takes. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request cannot be read or does not fit: `errors` names the fields. */
    Invalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description There is nothing by that name. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Too many requests: `Retry-After` says for how many seconds to wait. */
    RateLimited: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is larger than this address takes. */
    TooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description There is no key, or none that is known. */
    Unauthenticated: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  RootController_root: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      429: components['responses']['RateLimited'];
    };
  };
  AutonomyController_notes: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutonomyAuditPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  FeedsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedsDto'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  FeedsController_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddFeedDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  FeedsController_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  FeedsController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeFeedDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  FeedsController_fetch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  AutonomyGroupsController_list: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Only those in which this one decides. */
        engine?: 'off' | 'v1' | 'v2';
        /** @description How many, at the most. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  AutonomyGroupsController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  AutonomyGroupsController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeGroupDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  AutonomyGroupsController_decided: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
        /** @description true: only those on which it acted, or was about to. */
        taken?: 'true' | 'false';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DecisionPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  AutonomyGroupsController_mood: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetMoodDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  AutonomyGroupsController_simulate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SimulateDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SimulatedDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  AutonomyController_moods: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MoodsDto'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  'GesturesController_react[1]': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReactionDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  'GesturesController_markRead[1]': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  ArchiveController_archive: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ArchiveChatsDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartedForChatsDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ArchiveController_preview: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewArchiveDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArchivePreviewDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ArchiveController_list: {
    parameters: {
      query?: {
        /** @description Only of this chat: our id, or WhatsApp's. */
        chat_id?: string;
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Made then or later. */
        from?: string;
        /** @description How many, at the most. */
        limit?: number;
        /** @description Only with exactly this reason. */
        reason?: string;
        /** @description Only those in this state. */
        state?: 'complete' | 'damaged';
        /** @description Made then or before. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArchivePageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  AutomationsController_list: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutomationPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  AutomationsController_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAutomationDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutomationDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  AutomationsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutomationDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  AutomationsController_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  AutomationsController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeAutomationDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutomationDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  AutomationsController_runs: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutomationRunPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  AutomationsController_notifications: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutomationNotificationPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  AutomationsController_rehearse: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TryAutomationDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RehearsalDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ChatsController_list: {
    parameters: {
      query?: {
        /** @description Only chats that are put away, or only those that are not. */
        archived?: 'true' | 'false';
        category?: 'appointment' | 'inquiry' | 'complaint' | 'feedback' | 'general';
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description A chat is read when its latest message is. */
        is_read?: 'true' | 'false';
        /** @description How many, at the most. */
        limit?: number;
        sentiment?: 'positive' | 'negative' | 'neutral' | 'mixed';
        /** @description Only what has this tag. */
        tag?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChatPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  ChatsController_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChatDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  ChatsController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeChatDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChatDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  MessagesController_list: {
    parameters: {
      query?: {
        category?: 'appointment' | 'inquiry' | 'complaint' | 'feedback' | 'general';
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description A chat is read when its latest message is. */
        is_read?: 'true' | 'false';
        /** @description How many, at the most. */
        limit?: number;
        sentiment?: 'positive' | 'negative' | 'neutral' | 'mixed';
        /** @description Only what has this tag. */
        tag?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MessagePageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  OperatorMessagesController_send: {
    parameters: {
      query?: never;
      header: {
        'idempotency-key': string;
        /** @description The same key sends the message once: 1 to 200 visible ASCII characters. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SendMessageDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SentMessageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  'GesturesController_react[0]': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReactionDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  'GesturesController_markRead[0]': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  TurnsController_list: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TurnPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  CleanupController_cleanUp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CleanupDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartedTaskDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ExportsController_start: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StartExportDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportAcceptedDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ExportsController_list: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  ExportsController_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  ExportsController_download: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  ImportController_importChat: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': components['schemas']['ImportFormDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportAcceptedDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  MetadataController_analyze: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnalyzedMessageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  MessagesController_search: {
    parameters: {
      query: {
        category?: 'appointment' | 'inquiry' | 'complaint' | 'feedback' | 'general';
        /** @description Only in this chat. */
        chat?: string;
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description A chat is read when its latest message is. */
        is_read?: 'true' | 'false';
        /** @description How many, at the most. */
        limit?: number;
        /** @description Words that must all occur, in any of their forms. */
        q: string;
        sentiment?: 'positive' | 'negative' | 'neutral' | 'mixed';
        /** @description Only what has this tag. */
        tag?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MessagePageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  MetadataController_update: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateMetadataDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MetadataUpdatedDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  MetadataController_run: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RunMetadataDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MetadataRunStartedDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  'OutboxController_list[0]': {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
        state?: 'draft' | 'queued' | 'sending' | 'sent' | 'dropped' | 'failed' | 'unknown';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OutboxPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  'OutboxController_approve[0]': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  'OutboxController_discard[0]': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  'OutboxController_resolve[0]': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResolveDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ScheduledTasksController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScheduledJobsDto'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  ScheduledTasksController_trigger: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartedTaskDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  StatsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatsDto'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  StatsController_readTrends: {
    parameters: {
      query?: {
        /** @description The first day; none: 30 days until `to`. */
        from?: string;
        /** @description The last day; none: today. */
        to?: string;
        /** @description Whose days they are. Default: `TIME_ZONE`. */
        zone?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrendsDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  SyncController_sync: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SyncDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartedForChatsDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  SyncController_syncStatus: {
    parameters: {
      query?: {
        /** @description Only this chat: our id, WhatsApp's, or a phone. */
        chat_id?: string;
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
        /** @description Chats of this state alone. */
        state?: 'never' | 'waiting' | 'running' | 'done' | 'failed' | 'unsupported';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SyncStatusDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  TasksController_list: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
        /** @description The `task_type`, such as `conversation.cleanup`. */
        name?: string;
        status?: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  TasksController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  ArchiveController_unarchive: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UnarchiveChatDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartedTaskDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  EngagementsController_list: {
    parameters: {
      query?: {
        /** @description A contact's id, a phone number, or an id of WhatsApp or of the site. */
        contact_id?: string;
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Planned then or later. */
        from?: string;
        /** @description How many, at the most. */
        limit?: number;
        status?: 'planned' | 'approved' | 'sent' | 'answered' | 'skipped' | 'failed' | 'expired';
        /** @description Planned before. */
        to?: string;
        type?: 'check_in' | 'emotional_support' | 'memory_reminder' | 'topic_suggestion';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EngagementPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  EngagementsController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EngagementDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  ApprovalsController_edit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditEngagementDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EngagementDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ApprovalsController_approve: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EngagementDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  ApprovalsController_reject: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RejectEngagementDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EngagementDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ApprovalsController_sendNow: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EngagementDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  AnalyticsController_figures: {
    parameters: {
      query?: {
        /** @description Planned from then on; none: the last 30 days. */
        from?: string;
        /** @description hour: of the day of whoever was written to. */
        group_by?: 'type' | 'hour' | 'stage' | 'variant' | 'day';
        /** @description Planned before then; none: until now. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnalyticsDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  TuningController_notes: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  TuningController_config: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EngagementConfigDto'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  TuningController_change: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeConfigDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EngagementConfigDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  TuningController_versions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConfigVersionsDto'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  TuningController_restore: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        version: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EngagementConfigDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  ContactEngagementsController_standing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactEngagementDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  ContactEngagementsController_history: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EngagementPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  ContactEngagementsController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePreferencesDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PreferencesDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ExperimentsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExperimentsDto'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  ExperimentsController_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewExperimentDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExperimentDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ExperimentsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExperimentWithResultsDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  ExperimentsController_start: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExperimentDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  ExperimentsController_stop: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExperimentDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  PlanningController_plan: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlanEngagementDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EngagementDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  PlanningController_preview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewEngagementDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EngagementPreviewDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  TuningController_strategy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StrategyDto'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  TemplatesController_list: {
    parameters: {
      query?: {
        language?: 'en' | 'es' | 'pt' | 'fr' | 'de' | 'it' | 'ru' | 'zh' | 'ja' | 'ar' | 'hi';
        scenario?: 'generic' | 'morning' | 'evening' | 'event' | 'birthday' | 'low-mood' | 'long-silence';
        type?: 'check_in' | 'emotional_support' | 'memory_reminder' | 'topic_suggestion';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplatesDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  TemplatesController_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddTemplateDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  TemplatesController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  TemplatesController_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  TemplatesController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeTemplateDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  TemplatesController_preview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewTemplateDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplatePreviewDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  EngagementsController_upcoming: {
    parameters: {
      query?: {
        /** @description A contact's id, a phone number, or an id of WhatsApp or of the site. */
        contact_id?: string;
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
        status?: 'planned' | 'approved';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpcomingPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  ApiKeysController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyListView'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  ApiKeysController_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateApiKeyDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewApiKeyView'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ApiKeysController_revoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  UsageController_read: {
    parameters: {
      query?: {
        /** @description The first day; none: 30 days until `to`. */
        from?: string;
        /** @description What one row is about: one or several, with commas between them. Default: day. */
        group_by?: ('day' | 'purpose' | 'contact' | 'model' | 'provider')[];
        /** @description The last day; none: today. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UsageReportDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  MediaController_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      /** @description Of the type that its content shows. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  'OutboxController_list[1]': {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
        state?: 'draft' | 'queued' | 'sending' | 'sent' | 'dropped' | 'failed' | 'unknown';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OutboxPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  'OutboxController_approve[1]': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  'OutboxController_discard[1]': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  'OutboxController_resolve[1]': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResolveDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  SafetyController_contact: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactSafetyDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  SafetyController_correct: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeContactSafetyDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactSafetyDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  SafetyController_list: {
    parameters: {
      query?: {
        chat_id?: string;
        contact_id?: string;
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description Whether somebody has looked at it. */
        handled?: 'true' | 'false';
        kind?:
          | 'self-harm'
          | 'abuse'
          | 'violence'
          | 'threat'
          | 'medical'
          | 'forbidden'
          | 'minor'
          | 'nsfw'
          | 'output'
          | 'report';
        /** @description How many, at the most. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  SafetyController_handled: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IncidentDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  SimulatorLineController_connect: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LineDto'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  SimulatorMessagesController_deliveries: {
    parameters: {
      query?: {
        /** @description An ISO time, or the id of a message that was delivered */
        after?: string;
        /** @description A phone, or an id of WhatsApp */
        chat?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveriesDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  SimulatorLineController_disconnect: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LineDto'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  SimulatorLineController_setFaults: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FaultsDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FaultsInForceDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  SimulatorLineController_logout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LineDto'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  SimulatorMessagesController_post: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PostMessageDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PostedMessageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  SimulatorMessagesController_revoke: {
    parameters: {
      query: {
        /** @description The chat: a phone or any id of WhatsApp */
        chat: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  SimulatorMessagesController_edit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditMessageDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  SimulatorStreamController_stream: {
    parameters: {
      query: {
        /** @description A phone, or the id of a chat */
        phone: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  CharactersController_list: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
        maturity?: 'general' | 'mature';
        status?: 'active' | 'retired' | 'all';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            components['schemas']['CharacterPageDto'] | components['schemas']['PersonCharacterPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  CharactersController_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewCharacterDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CharacterDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  CharactersController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CharacterDto'] | components['schemas']['PersonCharacterDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  CharactersController_retire: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  CharactersController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeCharacterDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CharacterDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  CharacterFilesController_avatar: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/jpeg': string;
          'image/png': string;
          'image/webp': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  CharacterFilesController_picture: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': components['schemas']['AvatarFormDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CharacterDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  CharacterFilesController_give: {
    parameters: {
      query?: {
        format?: 'v2' | 'v3' | 'png';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': string;
          'image/png': string;
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  MemoryController_read: {
    parameters: {
      query?: {
        category?:
          | 'preference'
          | 'personal'
          | 'relationship'
          | 'event'
          | 'plan'
          | 'health'
          | 'work'
          | 'education'
          | 'location'
          | 'possession'
          | 'opinion'
          | 'habit'
          | 'goal'
          | 'other';
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
        status?: 'active' | 'pending' | 'held' | 'closed' | 'all';
      };
      header?: never;
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CharacterMemoryDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  MemoryController_add: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewMemoryDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemoryDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  MemoryController_forgetAll: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ForgottenDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  MemoryController_forget: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        memoryId: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  MemoryController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        memoryId: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeMemoryDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemoryDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  MemoryController_approve: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        memoryId: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemoryDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  MemoryController_reject: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        memoryId: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemoryDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  MemoryController_export: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemoryExportDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  MemoryController_search: {
    parameters: {
      query: {
        limit?: number;
        /** @description Words, in any of their forms. Any of them is enough. */
        q: string;
      };
      header?: never;
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FoundMemoriesDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  PreviewController_try: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PreviewAnswerDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  MemoryController_relationship: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RelationshipDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  CharactersController_versions: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CharacterVersionPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  CharactersController_restore: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CharacterDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  CharacterFilesController_take: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': components['schemas']['ImportFormDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CharacterDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  AnsweringRulesController_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnsweringRulesDto'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  AnsweringRulesController_write: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutAnsweringRulesDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnsweringRulesDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationsController_list: {
    parameters: {
      query?: {
        /** @description None: both. */
        channel?: 'web' | 'whatsapp';
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
        status?: 'active' | 'archived' | 'all';
        /** @description Only of this person; `me` for people. */
        userId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationPageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationsController_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewConversationDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationsController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeConversationDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationsController_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationInsightsController_one: {
    parameters: {
      query?: {
        /** @description None: thirty days. */
        from?: string;
        /** @description Included. None: today. */
        to?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationAnalyticsDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationsController_archive: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationInsightsController_context: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationContextDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationInsightsController_export: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationMessagesController_list: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
        /** @description How many to pass over. `cursor` is faster, and misses nothing while people write. */
        offset?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationMessagePageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationMessagesController_send: {
    parameters: {
      query?: never;
      header: {
        'idempotency-key': string;
        /** @description In place of `clientId`. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewMessageDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      /** @description It was there already. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationMessageDto'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationMessageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationMessagesController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReadMessagesDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MessagesReadDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationMessagesController_search: {
    parameters: {
      query: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
        /** @description Words that must all occur, in any of their forms. */
        q: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationMessagePageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  ReportsController_conversation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationInsightsController_all: {
    parameters: {
      query?: {
        /** @description None: thirty days. */
        from?: string;
        /** @description Included. None: today. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationFiguresDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationMessagesController_searchAll: {
    parameters: {
      query: {
        /** @description `next_cursor` of the page before. */
        cursor?: string;
        /** @description How many, at the most. */
        limit?: number;
        /** @description Words that must all occur, in any of their forms. */
        q: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationMessagePageDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  ConversationMessagesController_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        messageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  ReportsController_message: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        messageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  TokensController_issue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewTokenDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  TokensController_revoke: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevokeTokensDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevokedTokensDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  AccountsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountListDto'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
  AccountsController_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateAccountDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      /** @description Made, and about to be started. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  AccountsController_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  AccountsController_logout: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      /** @description The phone is unlinked as soon as a connector does it. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  AccountLinkingController_pairingCode: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AskPairingCodeDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PairingCodeDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  AccountLinkingController_qr: {
    parameters: {
      query?: {
        /** @description png answers the picture alone, as `Accept: image/png` does. */
        format?: 'json' | 'png';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QrDto'];
          'image/png': components['schemas']['QrDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  SendingController_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SendingDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
    };
  };
  SendingController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SwitchSendingDto'];
      };
    };
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SendingDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['RateLimited'];
    };
  };
  AccountsController_start: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  AccountsController_stop: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountDto'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
    };
  };
  HealthController_overview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      429: components['responses']['RateLimited'];
    };
  };
  HealthController_live: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      429: components['responses']['RateLimited'];
    };
  };
  HealthController_ready: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      429: components['responses']['RateLimited'];
    };
  };
  MetricsController_text: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      '5XX': components['responses']['Failed'];
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      429: components['responses']['RateLimited'];
    };
  };
}
