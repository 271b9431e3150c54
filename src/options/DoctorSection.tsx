import { Checker } from '../ui/checker/Checker.tsx';
import { continueInForm } from './continue-in-form.ts';
import { Section } from './fields/Section.tsx';

/** The section that explains a pasted request or answer, and takes a corrected launch into the form of its flow. */
export function DoctorSection() {
  return (
    <Section id="doctor">
      <Checker onUse={(form) => void continueInForm(form)} />
    </Section>
  );
}
