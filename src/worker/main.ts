import { done, failed, type Outcome } from '../core/base/failure.ts';
import { type Connection, deletedConnections } from '../core/settings/settings.ts';
import { onAlarm, repeatAlarm, setAlarm } from '../platform/alarms.ts';
import { onCommand } from '../platform/commands.ts';
import { installedAt, ownSettings, policy, settings } from '../platform/keys/settings.ts';
import { onBegin, onInstall, onTabGone } from '../platform/lifecycle.ts';
import { onMenuClick } from '../platform/menus.ts';
import { answerQuestions, onLaunchDropped } from '../platform/messages.ts';
import { onNotificationClick } from '../platform/notifications.ts';
import { onAddressBar } from '../platform/omnibox.ts';
import { mendSettings } from '../platform/store/settings.ts';
import { onSignedInChange } from '../platform/store/signed-in.ts';
import { keepToTrusted } from '../platform/store/trusted.ts';
import { launchFromAddressBar, suggestFlows } from './address-bar.ts';
import { runCommand } from './commands.ts';
import { connectionNamed } from './connection.ts';
import { listTables, lookUpContact, readTable } from './contacts-and-tables.ts';
import { chooseMenuItem, rebuildMenu } from './context-menu.ts';
import { readOwnConversations } from './conversations.ts';
import { gatherEvidence } from './evidence.ts';
import { readChosenFlow, refreshFlows } from './flows.ts';
import { follow, followAlarm, lookUpAgain } from './follow.ts';
import { forgetLaunches, heedHistorySettings, historyAlarm, tidyHistory } from './history.ts';
import { inBackground } from './in-background.ts';
import { cancelLaunch, launch } from './launch.ts';
import { openNotified, refreshBadge, tellNotLaunched, tellRefused } from './notify.ts';
import { recoverLaunches } from './recover.ts';
import { checkConnection } from './session/check-connection.ts';
import { forgetConnections, forgetUnlistedConnections } from './session/deleted-connections.ts';
import { renewAhead, renewAlarm, renewEvery } from './session/renew.ts';
import { recheckRights } from './session/rights.ts';
import { endInterruptedSignIn, signIn, signOut } from './session/session.ts';
import { followSites } from './site-reading.ts';
import { forgetTab } from './tab-gone.ts';
import { untilDone } from './until-done.ts';

/** For what is listened to as long as the worker lives. */
const always = new AbortController().signal;

// Listeners are registered while the worker starts, or the event that woke it would be lost.
// What an earlier worker left half done is put right before anything new begins.
const ready = untilDone(recover);
inBackground(keepToTrusted());
inBackground(goOn());
inBackground(ready().then(setUpAlarms));

answerQuestions({
  signIn: async ({ connection, asksWho }) =>
    withConnection(connection, async (found) => {
      // How it ended is written where every view sees it; answering it, too, would say it twice.
      await signIn(found, asksWho);
      follow();
      return done(null);
    }),
  signOut: async ({ connection }) => withConnection(connection, signOut),
  checkConnection: async ({ connection }) => withConnection(connection, checkConnection),
  launch: async (request) => {
    const begun = await ready().then(
      () => launch(request),
      () => failed('launch-not-recorded'),
    );
    const { tabId } = request;
    if (!begun.ok && tabId !== undefined) inBackground(tellRefused(tabId, begun.failure));
    return begun;
  },
  cancel: cancelLaunch,
  lookUp: lookUpAgain,
  forget: forgetLaunches,
  refreshFlows,
  readFlow: async (question) =>
    withConnection(question.connection, async (connection) => {
      inBackground(recheckRights(connection));
      return readChosenFlow(connection, question.flowId);
    }),
  readConversations: async ({ connection, anew }) =>
    withConnection(connection, (found) => readOwnConversations(found, { anew })),
  lookUpContact: async ({ connection, value }) =>
    withConnection(connection, (found) => lookUpContact(found, value)),
  listTables: async ({ connection }) => withConnection(connection, listTables),
  readTable: async ({ connection, tableId }) =>
    withConnection(connection, (found) => readTable(found, tableId)),
  gatherEvidence,
  follow: async () => {
    await ready().catch(console.warn);
    follow();
    return done(null);
  },
});

onLaunchDropped((tabId) => inBackground(tellNotLaunched(tabId)));
onAlarm((name) => {
  if (name === followAlarm) inBackground(goOn());
  if (name === historyAlarm) inBackground(ready().then(tidy));
  if (name === renewAlarm) inBackground(ready().then(renewAhead));
});
onNotificationClick((id) => inBackground(openNotified(id)));
onMenuClick((itemId, asked, click) => inBackground(chooseMenuItem(itemId, asked, click)));
onCommand((name, asked) => inBackground(runCommand(name, asked)));
onAddressBar({ suggest: suggestFlows, choose: launchFromAddressBar });
followSites();
onInstall(() => inBackground(installedAt.set(Date.now())));
onBegin(() => {
  inBackground(rebuildMenu());
  inBackground(ready().then(tidy));
});
onTabGone((tabId, becomes) => inBackground(forgetTab(tabId, becomes)), always);
ownSettings.onChange((own, before) => {
  inBackground(forgetConnections(deletedConnections(before, own)));
}, always);
policy.onChange(() => inBackground(forgetUnlistedConnections()), always);
// The button names customers to the person whose launches they are only.
onSignedInChange(() => inBackground(refreshBadge()), always);
settings.onChange((changed) => {
  inBackground(ready().then(() => heedHistorySettings(changed)));
  inBackground(rebuildMenu());
  inBackground(refreshBadge());
}, always);

async function recover(): Promise<void> {
  await mendSettings().catch(console.warn);
  inBackground(endInterruptedSignIns());
  await recoverLaunches();
}

/** Goes on with launches that were left behind, and follows those that run. */
async function goOn(): Promise<void> {
  try {
    await ready();
    await recoverLaunches();
    follow();
  } catch (error) {
    // Storage refused: it is tried again, also where no person asks for anything.
    await setAlarm(followAlarm, 0);
    throw error;
  }
}

async function endInterruptedSignIns(): Promise<void> {
  const { connections } = await settings.get();
  await Promise.all(connections.map(endInterruptedSignIn));
}

/** Forgets what is no longer wanted: too old, too much, or of connections that are gone. */
async function tidy(): Promise<void> {
  await Promise.all([tidyHistory(), forgetUnlistedConnections()]);
}

/** Alarms and badge do not depend on a question from a view, and no question waits for them. */
async function setUpAlarms(): Promise<void> {
  await repeatAlarm(historyAlarm, 60);
  await repeatAlarm(renewAlarm, renewEvery);
  await refreshBadge();
}

async function withConnection(
  name: string,
  work: (connection: Connection) => Promise<Outcome<unknown>>,
): Promise<Outcome<null>> {
  await ready().catch(console.warn);
  const connection = await connectionNamed(name);
  if (!connection.ok) return connection;
  const outcome = await work(connection.value);
  return outcome.ok ? done(null) : outcome;
}
