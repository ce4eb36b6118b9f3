import { Field } from '../../components/field.tsx'
import { useWords } from '../../setting.ts'
import type { FaultName, SendFaults, Typed } from './send-report.ts'

type Props = {
  typed: Typed | undefined
  faults: SendFaults
  /** Where other words say why it is asked. */
  words?: { emailHint: string; phoneHint: string; privacy: string }
}

export function useFault(faults: SendFaults) {
  const words = useWords().report.faults
  return (name: string): string | undefined => {
    const fault: FaultName | undefined = faults[name]
    return fault && words[fault]
  }
}

/** How whoever reports can be reached, which nobody has to tell. */
export function ContactFields({ typed, faults, words }: Props) {
  const { send } = useWords().report
  const said = words ?? send
  const faultOf = useFault(faults)
  return (
    <>
      <Field
        name="email"
        label={send.email}
        hint={said.emailHint}
        fault={faultOf('email')}
        type="email"
        autoComplete="email"
        maxLength={254}
        defaultValue={typed?.email}
      />
      <Field
        name="phone"
        label={send.phone}
        hint={said.phoneHint}
        fault={faultOf('phone')}
        type="tel"
        autoComplete="tel"
        maxLength={50}
        defaultValue={typed?.phone}
      />
      <p className="quiet">{said.privacy}</p>
    </>
  )
}
