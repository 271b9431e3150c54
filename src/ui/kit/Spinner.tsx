import './feedback.css';

/** Shows that something is in progress; put words beside it that say what. */
export function Spinner() {
  return (
    <svg className="spinner" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle className="spinner-track" cx="8" cy="8" r="6" />
      <path d="M8 2a6 6 0 0 1 6 6" />
    </svg>
  );
}
