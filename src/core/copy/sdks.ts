import { go, javaScript, python, written } from './literal.ts';
import type { Target } from './target.ts';

/**
 * A launch by the SDKs that Genesys publishes, each with `postFlowsExecutions` of its ArchitectApi:
 * https://developer.genesys.cloud/devapps/sdk. They send the published form only, so that other
 * requests have none of these.
 */
export function javaScriptSdk({ origin, launch }: Target): string | undefined {
  if (launch === undefined) return undefined;
  return [
    "const platformClient = require('purecloud-platform-client-v2');",
    '',
    'const client = platformClient.ApiClient.instance;',
    environmentOf(origin),
    'client.setAccessToken(process.env.GENESYS_TOKEN);',
    '',
    'const architectApi = new platformClient.ArchitectApi();',
    `architectApi.postFlowsExecutions(${written(launch, javaScript)})`,
    '  .then(console.log)',
    '  .catch(console.error);',
  ].join('\n');
}

/**
 * The SDK puts `https://api.` before an environment itself; every other host is a gateway to it:
 * https://github.com/MyPureCloud/platform-client-sdk-javascript#using-a-pre-configured-gateway
 */
function environmentOf(origin: string): string {
  const [, domain] = /^https:\/\/api\.(.+)$/.exec(origin) ?? [];
  if (domain !== undefined) return `client.setEnvironment(${JSON.stringify(domain)});`;
  const [, protocol = '', host = '', port] = /^(\w+):\/\/(.*?)(?::(\d+))?$/.exec(origin) ?? [];
  const at = port === undefined ? '' : `, port: ${port}`;
  const quoted = JSON.stringify(host);
  return `client.setGateway({ host: ${quoted}, protocol: '${protocol}'${at} });`;
}

export function pythonSdk({ origin, launch }: Target): string | undefined {
  if (launch === undefined) return undefined;
  const { flowId, flowVersion, inputData, name } = launch;
  return [
    'import os',
    '',
    'import PureCloudPlatformClientV2',
    '',
    `PureCloudPlatformClientV2.configuration.host = ${JSON.stringify(origin)}`,
    'PureCloudPlatformClientV2.configuration.access_token = os.environ["GENESYS_TOKEN"]',
    '',
    'launch = PureCloudPlatformClientV2.FlowExecutionLaunchRequest()',
    `launch.flow_id = ${JSON.stringify(flowId)}`,
    ...(flowVersion === undefined ? [] : [`launch.flow_version = ${JSON.stringify(flowVersion)}`]),
    ...(inputData === undefined ? [] : [`launch.input_data = ${written(inputData, python)}`]),
    ...(name === undefined ? [] : [`launch.name = ${JSON.stringify(name)}`]),
    'architect_api = PureCloudPlatformClientV2.ArchitectApi()',
    'print(architect_api.post_flows_executions(launch))',
  ].join('\n');
}

export function javaSdk({ origin, launch }: Target): string | undefined {
  if (launch === undefined) return undefined;
  const { flowId, flowVersion, inputData, name } = launch;
  const inputs = Object.entries(inputData ?? {}).map(
    ([key, value]) => `inputs.put(${JSON.stringify(key)}, ${inJava(value)});`,
  );
  const hasObject = Object.values(inputData ?? {}).some(isStructured);
  return [
    ...(hasObject ? ['import com.fasterxml.jackson.databind.ObjectMapper;'] : []),
    'import com.mypurecloud.sdk.v2.ApiClient;',
    'import com.mypurecloud.sdk.v2.Configuration;',
    'import com.mypurecloud.sdk.v2.api.ArchitectApi;',
    'import com.mypurecloud.sdk.v2.model.FlowExecutionLaunchRequest;',
    'import java.util.HashMap;',
    'import java.util.Map;',
    '',
    'ApiClient client = ApiClient.Builder.standard()',
    `    .withBasePath(${JSON.stringify(origin)})`,
    '    .withAccessToken(System.getenv("GENESYS_TOKEN"))',
    '    .build();',
    'Configuration.setDefaultApiClient(client);',
    '',
    ...(inputData === undefined
      ? []
      : ['Map<String, Object> inputs = new HashMap<>();', ...inputs]),
    'FlowExecutionLaunchRequest launch = new FlowExecutionLaunchRequest();',
    `launch.setFlowId(${JSON.stringify(flowId)});`,
    ...(flowVersion === undefined
      ? []
      : [`launch.setFlowVersion(${JSON.stringify(flowVersion)});`]),
    ...(inputData === undefined ? [] : ['launch.setInputData(inputs);']),
    ...(name === undefined ? [] : [`launch.setName(${JSON.stringify(name)});`]),
    'System.out.println(new ArchitectApi().postFlowsExecutions(launch));',
  ].join('\n');
}

/** Java has no literals for objects and lists; its SDK comes with Jackson. */
function inJava(value: unknown): string {
  return isStructured(value)
    ? `new ObjectMapper().readValue(${twice(value)}, Object.class)`
    : JSON.stringify(value);
}

export function csharpSdk({ launch, sdkRegion = '{region}' }: Target): string | undefined {
  if (launch === undefined) return undefined;
  const { flowId, flowVersion, inputData, name } = launch;
  const inputs = Object.entries(inputData ?? {}).map(
    ([key, value]) => `        [${JSON.stringify(key)}] = ${inCsharp(value)},`,
  );
  const hasObject = Object.values(inputData ?? {}).some(isStructured);
  return [
    'using System;',
    'using System.Collections.Generic;',
    ...(hasObject ? ['using Newtonsoft.Json;'] : []),
    'using PureCloudPlatform.Client.V2.Api;',
    'using PureCloudPlatform.Client.V2.Client;',
    'using PureCloudPlatform.Client.V2.Model;',
    '',
    `Configuration.Default.ApiClient.setBasePath(PureCloudRegionHosts.${sdkRegion});`,
    'Configuration.Default.AccessToken = Environment.GetEnvironmentVariable("GENESYS_TOKEN");',
    '',
    'var launch = new FlowExecutionLaunchRequest',
    '{',
    `    FlowId = ${JSON.stringify(flowId)},`,
    ...(flowVersion === undefined ? [] : [`    FlowVersion = ${JSON.stringify(flowVersion)},`]),
    ...(inputData === undefined
      ? []
      : ['    InputData = new Dictionary<string, object>', '    {', ...inputs, '    },']),
    ...(name === undefined ? [] : [`    Name = ${JSON.stringify(name)},`]),
    '};',
    'Console.WriteLine(new ArchitectApi().PostFlowsExecutions(launch));',
  ].join('\n');
}

/** C#’s SDK comes with Newtonsoft’s JSON. */
function inCsharp(value: unknown): string {
  return isStructured(value)
    ? `JsonConvert.DeserializeObject(${twice(value)})`
    : JSON.stringify(value);
}

export function goSdk({ origin, launch }: Target): string | undefined {
  if (launch === undefined) return undefined;
  const { flowId, flowVersion, inputData, name } = launch;
  return [
    'config := platformclientv2.GetDefaultConfiguration()',
    `config.BasePath = ${JSON.stringify(origin)}`,
    'config.AccessToken = os.Getenv("GENESYS_TOKEN")',
    'architectApi := platformclientv2.NewArchitectApiWithConfig(config)',
    '',
    `flowId := ${JSON.stringify(flowId)}`,
    ...(flowVersion === undefined ? [] : [`flowVersion := ${JSON.stringify(flowVersion)}`]),
    ...(inputData === undefined ? [] : [`inputData := ${written(inputData, go)}`]),
    ...(name === undefined ? [] : [`name := ${JSON.stringify(name)}`]),
    'launch := platformclientv2.Flowexecutionlaunchrequest{',
    '  FlowId: &flowId,',
    ...(flowVersion === undefined ? [] : ['  FlowVersion: &flowVersion,']),
    ...(inputData === undefined ? [] : ['  InputData: &inputData,']),
    ...(name === undefined ? [] : ['  Name: &name,']),
    '}',
    'execution, _, err := architectApi.PostFlowsExecutions(launch)',
    'fmt.Println(execution, err)',
  ].join('\n');
}

function isStructured(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** A value as JSON within a string. */
function twice(value: unknown): string {
  return JSON.stringify(JSON.stringify(value));
}
