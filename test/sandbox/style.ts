/** The look of the sandbox's own pages: sign-in, errors. */
export const pageStyle = `
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #1c2430; background: #eef1f6; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
.card { background: #fff; border-radius: 12px; padding: 28px 32px; width: 320px;
  box-shadow: 0 1px 3px #1c243033, 0 12px 32px #1c24301a; }
.brand { margin: 0 0 12px; font-weight: 600; color: #4a5568; }
.brand span { font-size: 12px; background: #e2e8f0; border-radius: 4px; padding: 2px 6px; }
h1 { font-size: 22px; margin: 0 0 16px; }
label { display: block; font-size: 14px; font-weight: 600; margin: 12px 0 4px; }
input { width: 100%; box-sizing: border-box; font: inherit; padding: 8px 10px; border: 1px solid #7b8794; border-radius: 6px; }
button { font: inherit; font-weight: 600; width: 100%; margin-top: 16px; padding: 9px; border: 0; border-radius: 6px;
  background: #b03a06; color: #fff; cursor: pointer; }
button.quiet { background: none; color: #1c2430; margin-top: 6px; }
input:focus-visible, button:focus-visible { outline: 3px solid #2563eb; outline-offset: 1px; }
.problem { background: #fdecea; color: #8a1c10; border-radius: 6px; padding: 8px 12px; }
.note { font-size: 13px; color: #4a5568; margin: 16px 0 0; }
`;
