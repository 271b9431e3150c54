import { Checker } from '../ui/checker/Checker.tsx';
import { continueInForm } from './continue-in-form.ts';
import { Section } from './fields/Section.tsx';

/** Checks what the person pastes; a corrected launch goes on into the form of its flow. */
export function DoctorSection() {
  return (
    <Section id="doctor">
      <Checker onUse={(form) => void continueInForm(form)} />
    </Section>
  );
}
