import './button.css';
import type { ComponentProps, MouseEvent } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  icon?: IconName;
  /** True while it works: it keeps the focus, and does nothing when pressed again. */
  busy?: boolean;
}

export function Button({
  variant = 'secondary',
  icon,
  busy = false,
  type = 'button',
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${variant}`}
      aria-disabled={busy || undefined}
      onClick={busy ? prevented : onClick}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children'> {
  icon: IconName;
  /** Its accessible name. It also shows on hovering, as the title, unless `title` says something else. */
  label: string;
}

export function IconButton({ icon, label, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      title={label}
      {...rest}
      type={type}
      className="icon-button"
      aria-label={rest.title === undefined ? undefined : label}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Also keeps the Enter key from sending a form, because it presses the form's button. */
function prevented(event: MouseEvent): void {
  event.preventDefault();
}
