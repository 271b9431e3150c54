/** The look of the sample CRM. */
export const crmStyle = `
:root { color-scheme: light; font: 15px/1.5 system-ui, sans-serif; color: #1a2233; background: #f3f5f9; }
body { margin: 0; }
a { color: #1d4ed8; text-decoration: none; }
a:hover { text-decoration: underline; }
header { display: flex; gap: 32px; align-items: center; padding: 0 28px; height: 56px; background: #12304f; }
header a { color: #d5e3f3; padding: 4px 2px; }
header nav { display: flex; gap: 20px; }
header a[aria-current] { color: #fff; border-bottom: 2px solid #5ec2a8; }
.logo { color: #fff; font-weight: 700; font-size: 17px; }
.logo span { color: #5ec2a8; }
main { max-width: 1080px; margin: 0 auto; padding: 24px 28px 64px; }
h1 { font-size: 24px; line-height: 1.2; margin: 0; }
h2 { font-size: 16px; margin: 0 0 12px; }
.hint { color: #56627a; margin: 4px 0 16px; }
.title { display: flex; align-items: center; gap: 16px; margin-bottom: 20px; }
.title .hint { margin: 2px 0 0; }
.avatar { width: 52px; height: 52px; border-radius: 50%; background: #12304f; color: #fff; font-size: 22px;
  display: grid; place-items: center; }
.call { margin-left: auto; background: #0d7a5f; color: #fff; font-weight: 600; padding: 9px 16px; border-radius: 8px; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; margin-bottom: 20px; }
.panel { background: #fff; border: 1px solid #dde3ec; border-radius: 10px; padding: 18px 20px; }
table { width: 100%; border-collapse: collapse; }
table.panel { padding: 0; border-spacing: 0; border-collapse: separate; }
th, td { text-align: left; padding: 9px 10px; border-bottom: 1px solid #e8ecf3; font-weight: 400; }
thead th { font-size: 13px; font-weight: 600; color: #56627a; }
tbody th { color: #56627a; width: 40%; }
tbody tr:last-child > * { border-bottom: 0; }
form { display: grid; gap: 12px; }
label { display: grid; gap: 4px; font-size: 13px; font-weight: 600; }
input, select, textarea { font: 400 15px/1.4 system-ui, sans-serif; background: #fff; padding: 7px 9px; border: 1px solid #b6c0cf; border-radius: 6px; }
button { justify-self: start; font: inherit; font-weight: 600; padding: 8px 18px; border: 0; border-radius: 6px;
  background: #1d4ed8; color: #fff; }
.state { font-size: 13px; border-radius: 10px; padding: 2px 9px; background: #e8ecf3; }
.state.open { background: #fff0d1; color: #7a4d00; }
.state.delivered { background: #d9f3e8; color: #0a5c47; }
@media (max-width: 760px) { .columns { grid-template-columns: 1fr; } }
`;
