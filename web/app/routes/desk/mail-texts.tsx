import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DeskPage } from '../../features/desk/desk-page.tsx'
import { enterDesk } from '../../features/desk/desk-visit.ts'
import { type MailText, mailTextsPath, readMailTexts } from '../../features/desk/read-mail-texts.ts'
import { useWords } from '../../setting.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const { visit, town, formToken, seat } = await enterDesk(context, 'templates')
  return { town: town.id, formToken, seat, all: await readMailTexts({ visit, town }) }
}

const inDutchFirst = (a: MailText, b: MailText) => (a.locale < b.locale ? 1 : -1)

/** Every mail to reporters, with who wrote its text. */
export default function MailTexts() {
  const { mailTexts: words } = useWords()
  const { town, formToken, seat, all } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={words.title} formToken={formToken} seat={seat}>
      <h1>{words.title}</h1>
      <p className="lead">{words.intro}</p>
      <ul className="mail-texts">
        {Object.entries(words.kinds).map(([kind, [name, when]]) => (
          <li key={kind}>
            <div>
              <h2>{name}</h2>
              <p className="quiet">{when}</p>
            </div>
            <ul className="mail-texts__languages">
              {all
                .filter((one) => one.kind === kind)
                .toSorted(inDutchFirst)
                .map(({ locale, isDefault }) => (
                  <li key={locale}>
                    <a className="tall" href={`${mailTextsPath(town)}/${kind}/${locale}`}>
                      <span className="unseen">{`${words.change} ${name}: `}</span>
                      {words.languages[locale]}
                    </a>{' '}
                    {!isDefault && <span className="quiet">{words.own}</span>}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}
