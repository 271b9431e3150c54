import { describe, expect, test } from 'vitest';
import { maskPaste } from './mask.ts';

const secret = 's3cr3tAbCd9876XyZw';

describe('a secret is masked in', () => {
  test.each([
    `CLIENT_SECRET = "${secret}"`,
    `token = "${secret}"`,
    `my_token := "${secret}"`,
    `const accessToken = '${secret}';`,
    `auth=("client-id", "${secret}")`,
    `HTTPBasicAuth('id', '${secret}')`,
    `client.loginClientCredentialsGrant('id', '${secret}')`,
    `get_client_credentials_token("id", "${secret}")`,
    `apiClient.authorizeClientCredentials("id", "${secret}")`,
    `Configuration.Default.ApiClient.PostToken("id", "${secret}")`,
    `Configuration.Default.AccessToken = "${secret}";`,
    `.withAccessToken("${secret}")`,
    `client.setAccessToken('${secret}')`,
    `btoa('id:${secret}')`,
    `base64.b64encode(b"id:${secret}")`,
    `curl -u "id:${secret}" https://x.example`,
    `curl --user id:${secret} https://x.example`,
    `http -a id:${secret} POST https://x.example`,
    `wget --user id --password ${secret} https://x.example`,
    `curl https://id:${secret}@x.example/`,
    `curl_setopt($ch, CURLOPT_USERPWD, "id:${secret}");`,
    `export GENESYSCLOUD_OAUTHCLIENT_SECRET=${secret}`,
    `ConvertTo-SecureString '${secret}' -AsPlainText`,
    `$clientSecret = '${secret}'`,
    `'x-api-key': '${secret}'`,
    `Authorization: '${secret}'`,
    `Authorization: Bearer ${secret}`,
    `{"key": "password", "value": "${secret}"}`,
    `{"key":"access_token","value":"${secret}"}`,
    `{"type":"bearer","token":"${secret}"}`,
    `oauthclient_secret = "${secret}"`,
    `https://x.example/?access_token=${secret}`,
  ])('%s', (pasted) => {
    const masked = maskPaste(pasted);
    expect(masked).not.toContain(secret);
    expect(masked).toContain('<token>');
    expect(maskPaste(masked)).toBe(masked);
  });
});

describe('nothing is masked in', () => {
  test.each([
    'token = "YOUR_TOKEN"',
    'const token = await getToken();',
    'token = os.environ["GENESYS_TOKEN"]',
    'headers = {"Authorization": f"Bearer {token}"}',
    "headers: { Authorization: 'Bearer ' + token }",
    '{"key": "token", "value": "{{token}}"}',
    'curl -u "$ID:$SECRET" https://x.example',
    'curl -H "Content-Type: application/json" https://api.mypurecloud.com/api/v2/flows/executions',
    '{"flowId":"3f2b8a10-6c1d-4e57-9b42-0d7e5a91c833","inputData":{"Flow.a":"b"}}',
    'builder.setTokenType("Bearer")',
  ])('%s', (pasted) => {
    expect(maskPaste(pasted)).toBe(pasted);
  });
});
