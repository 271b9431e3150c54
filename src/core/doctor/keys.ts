/**
 * The words of launches: what the published API calls things, and what else people call them.
 * Published: https://developer.genesys.cloud/devapps/api-explorer (FlowExecutionLaunchRequest).
 * The rest is what requests in forums and public code are seen with, and variations of it.
 */
const launchFields = ['flowId', 'flowVersion', 'inputData', 'name'] as const;

export type LaunchField = (typeof launchFields)[number];

const fieldsByShape = new Map<string, LaunchField>(launchFields.map((it) => [shapeOf(it), it]));

const envelopes = new Set(
  `data input inputs inputvalue inputvalues inputvariable inputvariables inputparameter
  inputparameters inputparam inputparams inputargument inputarguments inputattributes inputfields
  inputpayload inputobject inputcontext initialdata initialinput initialinputs initialvalue
  initialvalues initialstate initialcontext initialvariables initialparameters triggerdata
  triggerinput triggerinputs triggerpayload triggerparameters triggervariables triggercontext
  eventdata eventpayload event parameter parameters param params argument arguments args attribute
  attributes variable variables vars payload customdata customattributes custominputs
  customvariables customparameters customfields flowinput flowinputs flowinputdata flowdata
  flowvariable flowvariables flowparameters flowparams flowarguments flowargs flowattributes
  flowcontext flowpayload flowvalues context contextdata contextvariables requestdata requestpayload
  requestparameters executiondata executioninput executioninputs executionparameters
  executionvariables executioncontext executionpayload sessiondata sessionvariables participantdata
  participantattributes interactiondata interactionattributes conversationdata
  conversationattributes contactdata customerdata userdata callerdata values fields properties body
  content datainput datainputs invocationdata invocationparameters startdata startparameters
  startinputs startvariables rundata runparameters runinputs launchdata launchinputs
  launchparameters workflowinput workflowinputs workflowinputdata workflowdata workflowvariables
  workflowparameters workflowpayload taskdata taskinputs jsondata extradata additionaldata
  additionalparameters`.split(/\s+/),
);

/** `orderData`, `contact_attributes`: a word of one's own before a usual one. */
const envelopeEndings =
  /\w(?:Data|Inputs|Variables|Vars|Parameters|Params|Attributes|Payload|Values|Arguments|Args|Context|_(?:data|inputs|variables|vars|parameters|params|attributes|payload|values|arguments|args|context))$/;

/** Words of how a flow is started or described. None of them can be meant as an input. */
const machinery = new Set(
  `type flowtype flowname flowkind workflowtype workflowname startnode startnodeid startpoint
  startpointid startstate starttask flowstartpoint flowstartpointid entrypoint execution executionid
  executiontype executionname flowexecution flowexecutionid flowinstanceid instanceid participants
  metadata meta routingdata routing configuration config settings options environment env region
  version apiversion flowversionid async asynchronous sync synchronous wait waitforcompletion
  executionmode mode trigger triggertype triggerid flowtrigger callback callbackurl webhook
  webhookurl timeout timeoutseconds ttl retry retries retrypolicy orgid organization organizationid
  tenantid divisionid scope scopes granttype clientid clientsecret accesstoken token authorization
  headers method url requestid correlationid idempotencykey transactionid tags status debug dryrun
  schedule scheduletime starttime published publish latest displayname`.split(/\s+/),
);

const flowIdNames = new Set(
  `id flow flowuuid flowguid workflow workflowid workflowuuid workflowguid architectflowid
  architectflow processid definitionid flowdefinitionid targetflowid theflowid flowidentifier
  flowkey`.split(/\s+/),
);

/** A word without its case, underscores, dashes and spaces. */
function shapeOf(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '');
}

/** The published field that a key is, or differs from only in its spelling. */
export function fieldLike(key: string): LaunchField | undefined {
  return fieldsByShape.get(shapeOf(key));
}

/** Whether people put the inputs under this name instead of `inputData`. */
export function isEnvelopeName(key: string): boolean {
  // The full name of an input says that it is one, whatever it ends in: `Flow.jsonData`.
  if (isMachinery(key) || /^flow\./i.test(key)) return false;
  return envelopes.has(shapeOf(key)) || envelopeEndings.test(key);
}

/** Whether inputs within `inputData` under this name are wrapped once more, rather than one JSON input. */
export function isWrapperName(key: string): boolean {
  return /^(?:inputs?|inputdata|data|param(?:eter)?s|variables|attributes|values|arguments)$/.test(
    shapeOf(key),
  );
}

/** Whether a key speaks of the execution itself, so that it cannot be meant as an input. */
export function isMachinery(key: string): boolean {
  return machinery.has(shapeOf(key));
}

/** Whether people put the flow's id under this name instead of `flowId`. */
export function isFlowIdName(key: string): boolean {
  const shape = shapeOf(key);
  return flowIdNames.has(shape) || /^(?:work)?flowids$/.test(shape);
}

/** Words that customers, conversations and agents are described with, so almost surely an input. */
const inputWords =
  /customer|contact|caller|phone|number|e?mail|user|agent|participant|conversation|interaction|queue|message|reason|address|order|ticket|case|account|subject|country|amount|date|skill|first|last|^to$|^from$|^text$/i;

/** Whether a key can hardly be anything but an input of the flow. */
export function isInputWord(key: string): boolean {
  return /^flow\./i.test(key) || inputWords.test(key);
}

/** Whether a key reads as if it steered the execution, though it is none of the known words. */
export function isLikeMachinery(key: string): boolean {
  return /^(?:flow|workflow|start|exec)/.test(shapeOf(key)) && !/^flow\./i.test(key);
}
