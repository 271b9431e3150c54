import './feedback.css';
import { Icon } from './Icon.tsx';

/** Marks the whole window: it launches in production. */
export function Banner({ children }: { children: string }) {
  return (
    <div className="banner">
      <Icon name="alert" />
      <span>{children}</span>
    </div>
  );
}
