export interface paths {
    "/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a fault, or ask, complain, compliment, request or claim
         * @description A fault is routed at once by the agreements. The answer says in one line who has it and by when. Without an Idempotency-Key, the same report within ten minutes is the same signal. With photos it is a form: the JSON in `signal`, the photos as files. One photo that is refused refuses all of it.
         */
        post: operations["createSignal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signal-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is known here before a fault is reported
         * @description By a place (`lon` and `lat`), or by an object. Whether it is known already, what is open around it, who would get it, and whom to call first. Nothing is recorded.
         */
        get: operations["previewSignal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/me-toos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * This too bothers me: a signal of one’s own to a case that is open
         * @description It says what and where the case says, and joins it as any signal does. Whoever leaves an address is told how it goes.
         */
        post: operations["createMeToo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases from the newest to the oldest
         * @description What is confidential is listed for the staff of the municipality only. What shows only its status is listed without a place, and not at all where a place is asked for.
         */
        get: operations["listCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/case-cells": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many cases there are in each cell of a map
         * @description Cells of H3, without those that are empty. What shows only its status is on the map of the staff alone; what is confidential has its place sealed, and is on none.
         */
        get: operations["listCaseCells"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiles/cases/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases as a vector tile
         * @description The layer `cases`: points with `cases` where there are several together, else with `number`, `category`, `status` and the `asset` that it is about. What shows only its status is on the map of the staff alone; what is confidential has its place sealed, and is on none.
         */
        get: operations["readCaseTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case, with each step and its separate times */
        get: operations["readCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why it went where it went
         * @description Each routing decision with its facts, its outcome and the alternatives, and in plain words. Of a case that shows only its status there are none to be read: each would tell where it is.
         */
        get: operations["listCaseDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chain of what was asked of whom for one case */
        get: operations["listCaseAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/remarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What other systems and parties said of a case
         * @description What came with an update of another system, as somebody wrote it there. It is kept sealed, and told to nobody else.
         */
        get: operations["listCaseRemarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another source looked: the work stands, or it does not
         * @description With a reporter’s link it is said once: what is said with it again gets the same answer and changes nothing.
         */
        post: operations["createVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the reporter replied to the question of a party
         * @description The desk records what was said by telephone; a reporter replies with a link, about the signal that the link is of. The clock of the party that asked runs again from here. What was said is kept sealed, and given to a party only where its agreement names the ground.
         */
        post: operations["createReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/joinings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The desk makes one case of two
         * @description The reports and reporters of this case go to the other. What was not begun for this one is withdrawn and it is closed as joined; what was begun goes on here, and it is closed when that ends. Its reporters are told once. `POST /cases/{case}/splits` undoes it.
         */
        post: operations["createJoining"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/splits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The desk splits a report off, or undoes a joining
         * @description What was split off is routed anew, by what was reported in it. Its reporters are told once.
         */
        post: operations["createSplit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/withholdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody looked at what was written and sent, and shows it to nobody else
         * @description It waits no more. It can be released after all with `POST …/publications`.
         */
        post: operations["createWithholding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/tellings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which reporters of a case are still to be told by letter or telephone, and what */
        get: operations["listTellings"];
        put?: never;
        /** Somebody told a reporter by letter or telephone how it goes */
        post: operations["createTelling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/reporters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who reported a case, and, where that is asked, how they are reached */
        get: operations["listCaseReporters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reporters/{reporter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one person reported, as one thread, and whom they deal with */
        get: operations["readReporter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reporter-lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether whoever calls reported before
         * @description By the address or number exactly as it was given then: of both nothing but a pseudonym is kept in the open. It stands in the body, for an address of a page is kept in many places.
         */
        post: operations["createReporterLookup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/named-contacts/{reporter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Whom somebody who reports often deals with
         * @description It is kept sealed with the rest of what is known of this person.
         */
        put: operations["replaceNamedContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that happened to a case, as the journal has it, in words */
        get: operations["listCaseHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The case that a reporter’s link is about, as the reporter may see it
         * @description Also of what is confidential or shows only its status. It changes nothing.
         */
        get: operations["listFollows"];
        put?: never;
        /**
         * Number and code of a report give a link to follow it with
         * @description For whoever reported without leaving an address. A wrong number and a wrong code get the same answer.
         */
        post: operations["createFollow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail-stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No more mail about the case to whoever holds this reporter’s link */
        post: operations["createMailStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/overrulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The desk decides otherwise than the rule
         * @description With a name and a reason. Work that has begun is not taken back.
         */
        post: operations["createOverruling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/desk-settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The desk has dealt with what brought the case there */
        post: operations["createDeskSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The desk ends a case */
        post: operations["createClosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/danger-raisings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It is dangerous: the duty roster is called, and the dates are those of danger
         * @description For the desk, for a system that reports for the municipality, and for a party that has the case.
         */
        post: operations["createDangerRaising"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/takeovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody is on it: nobody else is called
         * @description For the desk, and for a party that has the case.
         */
        post: operations["createTakeover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/safety-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The place was made safe by somebody who was not asked to repair it
         * @description A party that has the case says so with the answer `made-safe`.
         */
        post: operations["createSafetyReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/danger-lowerings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person judges that it is not dangerous after all */
        post: operations["createDangerLowering"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/kind-corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What came as a fault is none: it goes to the office that answers it
         * @description What has not begun is withdrawn. From then on it is in no public list, and counts in no figure.
         */
        post: operations["createKindCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The desk releases words and photos of a signal to everybody
         * @description It takes the place of what was released of that signal before. Nothing that somebody wrote or sent is shown to everybody without it.
         */
        post: operations["createPublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/publication-withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The desk takes back what it released of a signal */
        post: operations["createPublicationWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is asked: of a party in all its municipalities, or by one municipality */
        get: operations["listAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One assignment, with the revision that an answer has to name */
        get: operations["readAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignment}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The desk lets go what waits for it
         * @description Under an agreement that asks for confirmation, or that is paused.
         */
        post: operations["createRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignment}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A party sends a photo, which its answer can then name
         * @description The body is the photo itself. What it is shows when it is decoded, whatever its content type says. A photo that no answer names within a day is removed.
         */
        post: operations["createPhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignment}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was answered on one assignment */
        get: operations["listAnswers"];
        put?: never;
        /**
         * A party answers what was asked of it
         * @description It says what it found and needs, never who should do it. Whoever answers by a link says who they are. The desk answers for a party that its agreement reaches through the desk. With photos it is a form: the JSON in `answer`, the photos as files. One photo that is refused refuses all of it.
         */
        post: operations["createAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A party answers several assignments at once
         * @description Each is taken or refused by itself, in the order given, as it would be alone; what was refused changes nothing, and what came before it stays recorded.
         */
        post: operations["createAnswers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignment}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a new link to the party of an assignment
         * @description Of a party that its agreement reaches by mail. The link goes to the party’s own address and is in no answer; asked again within ten minutes it is the same mail. A link that has expired still asks for a new one.
         */
        post: operations["createLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/answer-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which assignment the link that a party was mailed is about, and whether it has ended
         * @description The link itself and no other. Whether it was used shows in the revision of the assignment. Reading it changes nothing. A link that has ended still asks for a new one.
         */
        get: operations["listAnswerLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/photos/{photo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One photo
         * @description The staff sees every photo of its municipality, a party its own and those of a case that it has where its agreement names a ground, whoever holds its link the same of that one assignment, everybody what was released.
         */
        get: operations["readPhoto"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wrongful-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What proved not to be a party’s and has a price: of one municipality, or a party’s own
         * @description It follows from what the party answered and from its agreement; nobody enters it. `sums` are of all that the filters leave but for `state`, and stand on the first page.
         */
        get: operations["listWrongfulReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wrongful-reports/{assignment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One wrongful report with all that was said and shown of it */
        get: operations["readWrongfulReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wrongful-reports/{assignment}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The municipality accepts a wrongful report, disputes it, or decides at last
         * @description An approver accepts no more than their amount. With photos it is a form: the JSON in `settlement`, the photos as files. What is decided at last is final; what remains after it is a matter of the contract.
         */
        post: operations["createWrongfulSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wrongful-reports/{assignment}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The party upholds what was disputed, or bills it no more
         * @description With photos it is a form: the JSON in `reply`, the photos as files. The municipality decides on what is upheld.
         */
        post: operations["createWrongfulReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wrongful-report-sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same list as a file for the bookkeeping
         * @description At most 20000 rows, the newest first; amounts in euro cents. What anybody wrote is not in it. The headings are in the language that is asked for.
         */
        get: operations["readWrongfulSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came in within a period, and what came of it
         * @description What is confidential is counted for the staff of the municipality only.
         */
        get: operations["readFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/areas/{area}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How it stands in a neighbourhood: open, solved lately, and which terms are kept
         * @description Counts what everybody may find by its place, and nothing else.
         */
        get: operations["readAreaFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is open and asked of a party, as a sheet to answer in
         * @description One row a task, at most 1000, of the newest case first: what, where, by when, and empty columns for the answer. What people wrote is in it where the agreement says on what ground. The languages of the headings are those of the answers.
         */
        get: operations["readWorkSheet"];
        put?: never;
        /**
         * A party brings back the sheet that it answered in
         * @description The body is the file: an xlsx or a CSV. Each row is taken or refused by itself, by the revision that stands in it; the same file again changes nothing. With `format` the sheet comes back with what became of each row.
         */
        post: operations["createWorkSheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is responsible for what: the latest version of each agreement */
        get: operations["listAgreements"];
        put?: never;
        /**
         * Enter an agreement, or a new version of one
         * @description A new version counts from this moment for what is received since.
         */
        post: operations["createAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreements/{agreement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of one agreement */
        get: operations["readAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stated-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the municipality enforces or leaves: the latest version of each stated role */
        get: operations["listStatedRoles"];
        put?: never;
        /**
         * State what the municipality enforces or leaves, or a new version of that
         * @description It counts where no agreement gives anybody the work. What is left ends there, and whoever reported it reads why; what is enforced goes to the desk.
         */
        post: operations["createStatedRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where no agreement holds, or two, or none soon
         * @description Each category × area × type of object, as the routing rule answers it for a signal of the usual priority about one object: no agreement (`no-agreement`), one that is off or in shadow only (`not-live`), two as close (`conflict`), nobody any more within 90 days (`expiring`), or only an owner to be asked (`owner-only`). What nobody gets on purpose (`enforces`, `leaves`) is no problem, and stands among the roles. Agreements on single objects are not counted. Where an agreement of the category says from how many several objects are one problem at a `level`, each combination is asked as several, too.
         */
        get: operations["readCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreement-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts of agreements */
        get: operations["listAgreementDrafts"];
        put?: never;
        /**
         * Enter a draft: agreements to be entered, replaced or ended together
         * @description It changes nothing until it is put in force. Entered again under the same id it replaces the draft of before, against the agreements as they are then.
         */
        post: operations["createAgreementDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreement-drafts/{draft}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One draft of agreements */
        get: operations["readAgreementDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreement-drafts/{draft}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a draft in force: all of it, or nothing
         * @description Refused when an agreement in it was changed since the draft was entered.
         */
        post: operations["createDraftEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreement-drafts/{draft}/droppings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop a draft; it stays readable, and may be entered again */
        post: operations["createDraftDropping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreement-comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is different between two versions of an agreement, or under a draft, in words */
        get: operations["readAgreementComparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a draft on the cases of the past, before it is put in force
         * @description The first routing decision of each case is asked again, from its recorded facts, with and without the draft, at the moment when all of the draft has begun. Refusals, corrections and tasks that followed are not simulated. One line of JSON after each piece, the last with the result.
         */
        post: operations["createSimulation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreement-drafts/{draft}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each case of the past that a draft would make a difference for
         * @description A page may hold fewer than asked, or none, and still have a `next`: many cases were looked through.
         */
        get: operations["listDraftDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is responsible here: who would get a signal, and why
         * @description By a place (`lon` and `lat`), or by an object. Nothing is recorded. Staff may ask about another moment, and about what was known at another moment.
         */
        get: operations["readRouting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moved-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open cases whose place is in another municipality by now
         * @description A border moved after they were reported. They stay where they are, with the party that has them, until they are closed. A page may hold fewer than asked; `next` goes on from there.
         */
        get: operations["listMovedCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk-needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What needs a person now, the most urgent first
         * @description Each case stands in it once, with every reason in words and the next step. Of equal urgency the oldest comes first. With `reason` a case is ordered by the most urgent of those that were asked for.
         */
        get: operations["listDeskNeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{case}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The decisions of a case, taken again from the journal
         * @description Each with the facts, the agreements and the areas that were known when it was taken. The same rule must give the same answer, to the last character.
         */
        get: operations["listCaseReplays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delivery-attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each attempt to deliver a message: to a party, or of one municipality
         * @description They are kept for 90 days, and are written down a moment after the attempt.
         */
        get: operations["listDeliveryAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/foreign-requests/{assignment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A task as it stands at a party that is reached by Open311 */
        get: operations["readForeignRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How parties are reached, and whether that works */
        get: operations["listChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waiting-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that could not be delivered yet */
        get: operations["listWaitingMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waiting-messages/{message}/retries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try now what waits to be tried again
         * @description Of a request whose answer was lost this says that it may be sent again, although the party may have it.
         */
        post: operations["createRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{organisation}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try how a party is reached
         * @description Sends something that says of itself that it is a test. No case comes of it, and no figure counts it.
         */
        post: operations["createConnectionTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/duty-rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is called when it is dangerous */
        get: operations["listDutyRosters"];
        put?: never;
        /**
         * Enter a duty roster, or a new version of one
         * @description It counts for whoever is called from now on. The roster `danger` is used wherever the agreement names no other. How contacts are reached is kept sealed; the ids of contacts stand in the journal: give them the names of functions.
         */
        post: operations["createDutyRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What reporters are written at each step, in each language */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{step}/{locale}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write a mail in the municipality’s own words
         * @description It is used for every mail that leaves from now on.
         */
        put: operations["replaceTemplate"];
        post?: never;
        /** Go back to the program’s own words */
        delete: operations["deleteTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{step}/{locale}/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See what a text becomes, with an example; nothing is kept or sent */
        post: operations["createTemplatePreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is mailed to whoever holds this link; looking changes nothing */
        get: operations["listSubscriptions"];
        put?: never;
        /**
         * Mail about a case, an area or a street, once the address confirms it
         * @description A mail with a link goes to the address; nothing else does before that is confirmed. The answer is the same whoever has the address, and whether or not it follows this already.
         */
        post: operations["createSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscription-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Yes, mail me: by the link of the confirmation
         * @description Said again it changes nothing.
         */
        post: operations["createSubscriptionConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscription-stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * No more mail: of one subscription, or of all
         * @description With the last one the address is destroyed. Said again it changes nothing.
         */
        post: operations["createSubscriptionStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The systems that public changes are sent to, and how each goes */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have public changes sent to a system, as signed CloudEvents
         * @description A test event goes first; the subscription is active once it was taken, from where the journal was when it was made. At least once, in order of each case.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook}/resumptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on from where it stopped, once a new test event was taken */
        post: operations["createWebhookResumption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Send nothing there any more */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What would have been mailed, where nothing leaves the machine
         * @description Of an installation that tries things out: it has no mail server, and shows its mails to whoever reaches it. Nowhere else is there anything to read.
         */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{mail}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One mail, as text */
        get: operations["readMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What things say of themselves: something is wrong, or over
         * @description CloudEvents 1.0, one or a batch, in structured or binary mode. The answer comes after the commit; the same source and id again are the same event. What is not taken stands in /rejects. A batch of which nothing was taken answers with the problem of its first event, and all results.
         */
        post: operations["createEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that were not taken, from the newest to the oldest */
        get: operations["listRejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisations that have a role in this municipality */
        get: operations["listParties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kind-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which office answers what is no fault
         * @description A kind that is not in the list goes to the desk. There are never more than five.
         */
        get: operations["listKindAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kind-addresses/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say which office answers a kind of signal that is no fault
         * @description It counts from this moment for what is received since. What waits at the desk for want of an address stays there until the desk sends it on.
         */
        put: operations["replaceKindAddress"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am, what my roles are, and what they allow */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I have signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** End all my sessions, or all but this one */
        delete: operations["deleteSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has which role in this municipality, since when, and who gave it */
        get: operations["listRoles"];
        put?: never;
        /**
         * Give somebody who has an account a role, or a deputy for a role
         * @description A deputy has the role of whom they stand in for, until a date and no longer than that one has it.
         */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a role
         * @description At once, also for who has signed in. The last administrator stays.
         */
        delete: operations["deleteRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was invited and has not come */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody to a role, by mail
         * @description The mail holds a link that makes the account, or gives the role to who has one. It can be used once.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: operations["deleteInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the link in an invitation invites to */
        get: operations["readInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an invitation, with the link from its mail
         * @description Makes the account. Whoever has one already gets the role on it, and keeps the name and the password.
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API keys of this municipality */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key
         * @description It ends by itself within two years. The key is in this answer and nowhere else.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an API key */
        delete: operations["deleteKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processing-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every sight of personal data
         * @description In the fields of Logboek Dataverwerkingen 1.0: one a processing and a data subject. A subject is kept encrypted, and read here by the privacy officer.
         */
        get: operations["listProcessings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Neighbourhoods, contract zones and other areas */
        get: operations["listAreas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lamp posts, containers and other objects in public space */
        get: operations["listAssets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One object */
        get: operations["readAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Places by their name or number
         * @description Objects by the number on them first, then streets and areas, also where a letter is wrong. Where the installation has a register of addresses, addresses too.
         */
        get: operations["searchPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/whereabouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a point is, in words */
        get: operations["readWhereabouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a map of this municipality begins with */
        get: operations["readMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiles/assets/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Objects in public space as a vector tile
         * @description The layer `assets`: from zoom 15 points with `id`, `type` and `publicNumber`, below it points with `assets`, how many there are around.
         */
        get: operations["readAssetTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiles/areas/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Neighbourhoods, contract zones and other areas as a vector tile
         * @description The layer `areas`: polygons with `id`, `kind` and `name`; the layer `area-names`: the same as points, each once.
         */
        get: operations["readAreaTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiles/base/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plain base of the map as a vector tile
         * @description The layers `green`, `water`, `road`, `building` and `label` of what was imported as the base, with `kind` and where it is known `name`. Other zooms than those that the map tells have nothing.
         */
        get: operations["readBaseTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tree of what a signal can be about
         * @description A category that is confidential is listed where residents may report it; its cases are in no list, figure or stream.
         */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/found-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be reported, by the words of whoever reports it
         * @description Looks in names, synonyms and descriptions in both languages. Case and diacritics are nothing, and a typing error is forgiven.
         */
        get: operations["searchCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens, as it happens: server-sent events
         * @description Each event has the change as JSON and an opaque id; a client that comes back with Last-Event-ID misses nothing. A comment comes every 15 seconds. What is confidential is not told.
         */
        get: operations["streamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For the pages of the desk: that something changed, and who looks at what
         * @description Server-sent events. `changed` says that something happened and nothing more: what it was is read again. `presences` are the windows of the desk that have a case before them; nothing of it is kept.
         */
        get: operations["streamDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/presences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A window of the desk says which case it has before it
         * @description Said again every ten seconds; a window that is silent for thirty is gone.
         */
        post: operations["createPresence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        SignalTold: {
            href: string;
            /** @example GM0228-26-004711 */
            number: string;
            /** @enum {string} */
            kind: "fault" | "question" | "complaint" | "compliment" | "request" | "damage-claim";
            /** @description Who has it and by when, for whoever reports. */
            sentence: string;
            isRepeat: boolean;
            /**
             * @description With it, and the number, whoever reported it follows it without an account.
             * @example 7KQ2M-04XPR
             */
            code: string;
            /**
             * @description Of a party: `yours-done` is recorded as your answer; `yours` waits for your answer; `yours-held` is yours when the desk lets it go; `with-another` is somebody else’s, who looks also when you say that it is done; `at-desk` nobody has it yet.
             * @enum {string}
             */
            finding?: "yours-done" | "yours" | "yours-held" | "with-another" | "at-desk" | "ended";
            /** @description Of a party: its own. */
            assignment?: string;
            /** @description Of a party: who else has it. */
            with?: {
                id: string;
                name: string;
            };
        };
        Problem: {
            /** @example /problems/case-not-found */
            type: string;
            status: number;
            title: string;
            detail: string;
            /** @description Everything that is wrong with the input, all at once. */
            faults?: {
                in: string;
                path: string;
                message: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        SignalGiven: {
            /**
             * @description What is no fault goes to the office of its kind, and to no party.
             * @default fault
             * @enum {string}
             */
            kind: "fault" | "question" | "complaint" | "compliment" | "request" | "damage-claim";
            /** @description Required of a fault. */
            category?: string;
            description?: string;
            /** @description WGS84, in degrees. Of a fault, this or the asset is required. */
            place?: {
                lon: number;
                lat: number;
            };
            /** @description The radius in metres within which the place can be trusted. */
            accuracy?: number;
            /** @description Its number or its id. */
            asset?: string;
            address?: string;
            /** Format: date-time */
            seenAt?: string;
            /** @enum {string} */
            channel?: "web" | "app" | "phone" | "counter" | "letter" | "e-mail" | "social-media" | "own-observation";
            /** @description Whether whoever sends it lets the words and photos be shown to everybody, once the desk has looked at them. */
            mayPublish?: boolean;
            contact?: components["schemas"]["SignalContact"];
            onBehalfOf?: components["schemas"]["SignalContact"] & unknown;
            /**
             * @description Of the desk: how whoever reports hears of it. A letter or a call back is kept in `GET /desk-needs` until somebody did it. Where nothing is said it is a mail to whoever gave an address for it.
             * @enum {string}
             */
            tellBy?: "mail" | "letter" | "call-back";
            /** @description The answers to the questions of the category, by their codes. */
            attributes?: {
                [key: string]: string | string[];
            };
            alreadyDone?: components["schemas"]["AlreadyDone"];
        };
        /** @description Of whoever reports. */
        SignalContact: {
            /** Format: email */
            email?: string;
            phone?: string;
            firstName?: string;
            lastName?: string;
            /** @description Where letters go. */
            postalAddress?: string;
        };
        /** @description Of a party: it came upon a fault and did the work at once. */
        AlreadyDone: {
            /** @enum {string} */
            cause?: "lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other";
            remark: string;
        };
        SignalPreview: {
            category: string;
            /** @enum {string} */
            priority: "normal" | "urgent" | "danger";
            /** @description Whom to call before anything is typed. */
            callFirst?: {
                phone: string;
                why?: {
                    nl: string;
                    en: string;
                };
            };
            /** @description Of what is not public it is not told what is known here. */
            isPrivate: boolean;
            place?: {
                lon: number;
                lat: number;
            };
            areas: {
                id: string;
                kind: string;
                name: string;
            }[];
            /** @description The object that it would be about. */
            asset?: string;
            isAssetUncertain: boolean;
            /** @description Objects near the place that it can be about, the nearest first. */
            choices: components["schemas"]["AssetChoice"][];
            /** @description The case that this signal would come to. */
            same?: {
                /** @enum {string} */
                as: "joins" | "contests" | "reopens";
                case: components["schemas"]["Case"];
            };
            /** @description Other open cases of the same kind around it, the nearest first. */
            near: components["schemas"]["Case"][];
            outlook?: components["schemas"]["Outlook"];
        };
        AssetChoice: {
            id: string;
            type: string;
            publicNumber?: string;
            street?: string;
            place: {
                lon: number;
                lat: number;
            };
            /** @description In metres, from the place that was asked. */
            distance: number;
            /** @description It is known to be broken: the open case of this object. */
            reported?: {
                number: string;
                line: string;
            };
        };
        Case: {
            href: string;
            /** Format: uuid */
            id: string;
            /** @example GM0228-26-004711 */
            number: string;
            municipality: string;
            /** @enum {string} */
            status: "open" | "done" | "closed";
            /** @enum {string} */
            closedAs?: "confirmed" | "unchallenged" | "cleared" | "will-not-be-done" | "owner-only" | "left" | "settled-by-desk" | "forwarded" | "joined" | "swallowed";
            /** @description Why it will not be done, or was settled. */
            closedBecause?: {
                /** @enum {string} */
                reason: "within-norm" | "planned-works" | "private-ground" | "not-found" | "too-costly" | "not-allowed";
                words: {
                    nl: string;
                    en: string;
                };
            };
            /**
             * @description A fault, or what an office of the municipality answers.
             * @enum {string}
             */
            kind: "fault" | "question" | "complaint" | "compliment" | "request" | "damage-claim";
            /** @description The office that answers it. */
            forwardedTo?: string;
            /**
             * @description Apart from being done: confirmed by another source, unchallenged (silence), contested, or none yet.
             * @enum {string}
             */
            verification: "confirmed" | "unchallenged" | "contested" | "none";
            /** @description What, who and by when, in the language asked for. */
            line: string;
            /** @description Of what is no fault, only where it names one, and only for staff. */
            category?: {
                id: string;
                name?: {
                    nl: string;
                    en: string;
                };
            };
            /** @enum {string} */
            visibility: "public" | "status-only" | "confidential";
            /** @enum {string} */
            priority: "normal" | "urgent" | "danger";
            /** @description How many reports it is made of. */
            signals: number;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            openedAt: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description Until when the reporter may expect it.
             * @example 2026-05-20T10:00:00.000Z
             */
            reporterBy?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            madeSafeAt?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            doneAt?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            closedAt?: string;
            place?: components["schemas"]["Place"];
            areas?: string[];
            /** @description Of its object; else the one that it is in, or the nearest within 120 m. */
            street?: string;
            neighbourhood?: string;
            asset?: components["schemas"]["AssetOfCase"];
            isAssetUncertain?: boolean;
            /** @description The organisations that were asked something for it. */
            parties: {
                id: string;
                name: string;
            }[];
            /** @description Nothing was sent: ask this organisation. */
            ownerOnly?: {
                id: string;
                name: string;
            };
            /** @description The earlier case of the same object, where that one is public. */
            recurrenceOf?: string;
            /** @description The case that has its reports now, where that one may be seen. */
            joinedInto?: string;
            cluster?: components["schemas"]["CaseOfSeveral"];
            /**
             * @description It is part of a problem of several objects, which `joinedInto` names.
             * @enum {boolean}
             */
            isSwallowed?: true;
            question?: components["schemas"]["Question"];
            duty?: components["schemas"]["Duty"];
            /** @description For staff: what brought it to the desk. */
            atDesk?: ("danger-unacknowledged" | "no-agreement" | "owner-only" | "left" | "enforces" | "tell-the-party" | "conflict" | "confirm" | "paused" | "not-ours-limit" | "delivery-stuck" | "contested-again" | "will-not-be-done" | "no-address" | "done-unasked" | "term-near" | "term-broken")[];
            /** @description For staff: signals of which nobody has said yet whether everybody may see them. */
            toRelease?: string[];
        };
        /** @description WGS84, in degrees (CRS84). */
        Place: {
            lon: number;
            lat: number;
        };
        AssetOfCase: {
            href: string;
            id: string;
            type?: string;
            publicNumber?: string;
        };
        /** @description It is one problem of several objects, as the agreement says: from how many. */
        CaseOfSeveral: {
            /**
             * @description What its objects hang from: a cable or a row, a cabinet, a switching area.
             * @enum {string}
             */
            level: "segment" | "cabinet" | "switching-area";
            /** @description How many objects it is about. */
            objects: number;
            /** @description The kind of object. */
            type?: string;
            street?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            since: string;
            rule: {
                agreement: {
                    id: string;
                    version: number;
                };
                from: number;
                withinMinutes: number;
            };
        };
        /** @description The one question of a party to the reporter. */
        Question: {
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            askedAt: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            replyBy: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            repliedAt?: string;
            /**
             * Format: date-time
             * @description From here the party goes on without a reply; one may come all the same.
             * @example 2026-05-20T10:00:00.000Z
             */
            lapsedAt?: string;
        };
        /** @description For staff and whoever has it: who was called because it is dangerous. */
        Duty: {
            /** @description For the staff: by which roster, once somebody was called. */
            roster?: {
                href: string;
                id: string;
            };
            /** @description Dangerous, and nobody is known to be on it. */
            isUnattended: boolean;
            calls: {
                contact: string;
                step: number;
                /**
                 * Format: date-time
                 * @example 2026-05-20T10:00:00.000Z
                 */
                calledAt: string;
                /**
                 * Format: date-time
                 * @example 2026-05-20T10:00:00.000Z
                 */
                until: string;
            }[];
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            takenOverAt?: string;
            /** @description A contact of the roster. */
            takenOverBy?: string;
        };
        Outlook: {
            /** @enum {string} */
            outcome: "party" | "owner-only" | "desk";
            /** @description Who would get it, or why nobody does. */
            sentence: string;
            party?: {
                id: string;
                name: string;
            };
            /** @description Where residents reach that organisation themselves. */
            askAt?: {
                website?: string;
                phone?: string;
                email?: string;
            };
            /**
             * @description Nobody is given it, as the municipality chose.
             * @enum {string}
             */
            role?: "enforces" | "leaves";
            /** @description Of a role: why, and where to go. */
            because?: {
                nl: string;
                en: string;
            };
            /** Format: date-time */
            expectedBy?: string;
        };
        MeToo: {
            description?: string;
            contact?: components["schemas"]["SignalContact"] & unknown;
        };
        Cases: {
            items: components["schemas"]["Case"][];
            next?: string;
        };
        CaseCells: {
            /** @description At which it was counted. */
            resolution: number;
            total: number;
            cells: components["schemas"]["CaseCell"][];
            /** @description Where there are at most 100: each of them. */
            cases?: components["schemas"]["Case"][];
        };
        CaseCell: {
            /**
             * @description H3 index.
             * @example 891969a8a4fffff
             */
            cell: string;
            cases: number;
        };
        CaseInFull: components["schemas"]["Case"] & {
            decisions: string;
            assignments: string;
            steps: components["schemas"]["Step"][];
            /** @description For staff: what people wrote, as far as it was not destroyed. */
            descriptions?: {
                /** Format: uuid */
                signal: string;
                channel: string;
                /** @description Which key typed it in. */
                enteredBy?: string;
                isOnBehalf?: boolean;
                /**
                 * Format: date-time
                 * @example 2026-05-20T10:00:00.000Z
                 */
                receivedAt: string;
                text?: string;
                address?: string;
                /** @description Whether whoever sent it lets it be shown; absent where that was not asked. */
                mayPublish?: boolean;
                /** @enum {boolean} */
                hasThreat?: true;
                /** @description Stretches of `text` that look like personal data, in UTF-16 units. */
                marks?: {
                    /** @enum {string} */
                    kind: "email" | "iban" | "bsn" | "phone" | "licence-plate";
                    from: number;
                    to: number;
                }[];
                /** @description `text` with those made unreadable, for everybody to read. */
                proposal?: string;
                photos?: components["schemas"]["Photo"][];
            }[];
            /** @description The cases that are part of this one, at most 200. */
            swallowed?: {
                href: string;
                number: string;
                asset?: string;
            }[];
            /** @description What other municipalities have open on the same cabinet, cable or switching area, as far as everybody may see it there: one fault, and a case in each. */
            relatedCases?: components["schemas"]["RelatedCase"][];
            /** @description For staff: what a person is needed for, the most urgent first. */
            needs?: components["schemas"]["NeedReason"][];
            dialogue?: components["schemas"]["Dialogue"];
            /** @description For staff: the photos that parties named in their answers. */
            evidence?: (components["schemas"]["Photo"] & {
                /** Format: uuid */
                assignment: string;
                /** Format: uuid */
                answer: string;
            })[];
            /** @description What the desk released of what people wrote and sent. */
            published?: {
                /** Format: uuid */
                signal: string;
                text?: string;
                photos: components["schemas"]["Photo"][];
                /**
                 * Format: date-time
                 * @example 2026-05-20T10:00:00.000Z
                 */
                publishedAt: string;
            }[];
        };
        Step: {
            /** @description Its place in the chain, from 1. */
            number: number;
            party: {
                id: string;
                name: string;
            };
            category: {
                id: string;
                name?: {
                    nl: string;
                    en: string;
                };
            };
            /** @enum {string} */
            status: "proposed" | "offered" | "accepted" | "planned" | "started" | "done" | "not-ours" | "passed-on" | "nothing-found" | "will-not-be-done" | "withdrawn";
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            handedOverAt?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            receivedAt?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            acceptedAt?: string;
            /** Format: date */
            plannedOn?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            startedAt?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            madeSafeAt?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            onSiteAt?: string;
            /**
             * Format: date-time
             * @description It works again, perhaps provisionally.
             * @example 2026-05-20T10:00:00.000Z
             */
            workingAt?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            doneAt?: string;
            /**
             * Format: date-time
             * @description Of one that ended otherwise than done.
             * @example 2026-05-20T10:00:00.000Z
             */
            endedAt?: string;
            /** @description Why it stands still, and until when at most. */
            suspension?: {
                reason: string;
                name: {
                    nl: string;
                    en: string;
                };
                /**
                 * Format: date-time
                 * @example 2026-05-20T10:00:00.000Z
                 */
                since: string;
                /**
                 * Format: date-time
                 * @example 2026-05-20T10:00:00.000Z
                 */
                until: string;
            };
            /** @description What was found, and how long that may take. */
            because?: {
                /** @enum {string} */
                cause: "lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other";
                words: {
                    nl: string;
                    en: string;
                };
            };
            agreement?: {
                href: string;
                id: string;
                version: number;
                title?: string;
            };
        };
        Photo: {
            /** Format: uuid */
            id: string;
            /** @description A JPEG of at most 2048 px. */
            href: string;
            /** @description A JPEG of at most 480 px. */
            thumbnail: string;
        };
        RelatedCase: {
            href: string;
            number: string;
            municipality: {
                id: string;
                name: string;
            };
        };
        NeedReason: {
            /** @enum {string} */
            reason: "danger-unacknowledged" | "not-ours-limit" | "no-agreement" | "will-not-be-done" | "contested-again" | "delivery-stuck" | "tell-the-party" | "term-broken" | "to-call-back" | "no-address" | "left" | "enforces" | "owner-only" | "confirm" | "to-write" | "term-near" | "paused" | "conflict" | "done-unasked" | "to-release" | "moved";
            title: string;
            /** @description What a person can do about it. */
            next: string;
        };
        /** @description For staff: what was asked and replied, as far as it was not destroyed. */
        Dialogue: {
            question?: string;
            reply?: string;
        };
        RoutingDecisions: {
            items: components["schemas"]["RoutingDecision"][];
            next?: string;
        };
        RoutingDecision: {
            /** Format: uuid */
            id: string;
            routedFor: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            decidedAt: string;
            inWords: {
                nl: {
                    sentence: string;
                    because: string[];
                    notChosen: string[];
                };
                en: {
                    sentence: string;
                    because: string[];
                    notChosen: string[];
                };
            };
            outcome: {
                /** @enum {string} */
                kind: "party" | "owner-only" | "desk";
                chosen?: components["schemas"]["Chosen"];
                mode?: string;
                basis?: string;
                informed?: string[];
                reason?: string;
                /** @description Nobody is given it on purpose: what the municipality says of it. */
                stated?: {
                    id: string;
                    version: number;
                    because: {
                        nl: string;
                        en: string;
                    };
                };
                /**
                 * @description It is a recurrence of what this party repaired.
                 * @enum {string}
                 */
                because?: "warranty";
            };
            /** @enum {string} */
            decidedBy?: "asset" | "cluster-level" | "warranty-or-works" | "manager" | "priority-and-hour" | "category-depth" | "zone-size" | "rank" | "only-candidate";
            facts: {
                category: string;
                /** @enum {string} */
                priority: "normal" | "urgent" | "danger";
                /** @enum {string} */
                clusterLevel: "single" | "segment" | "cabinet" | "switching-area";
                /**
                 * Format: date-time
                 * @description The agreement is chosen at this moment.
                 * @example 2026-05-20T10:00:00.000Z
                 */
                receivedAt: string;
                /**
                 * Format: date-time
                 * @description What the thing’s own clock said; it decides nothing.
                 * @example 2026-05-20T10:00:00.000Z
                 */
                seenAt?: string;
                isTimeSuspect?: boolean;
                areas: string[];
                asset?: {
                    id: string;
                    type: string;
                    publicNumber?: string;
                    owner?: string;
                    manager?: string;
                };
                excluded: string[];
                /** @description Who repaired the same before, and until when they stand for it. */
                warranty?: components["schemas"]["Chosen"] & {
                    /**
                     * Format: date-time
                     * @example 2026-05-20T10:00:00.000Z
                     */
                    until: string;
                };
            };
            alternatives: (components["schemas"]["Chosen"] & {
                /** @enum {string} */
                reason: "mode-off" | "not-yet-valid" | "no-longer-valid" | "excluded" | "other-asset" | "other-asset-type" | "other-area" | "other-manager" | "other-cluster-level" | "other-priority" | "outside-hours" | "ranked-lower";
            })[];
            /** @description How many more alternatives there were. */
            notListed: {
                /** @enum {string} */
                reason: "mode-off" | "not-yet-valid" | "no-longer-valid" | "excluded" | "other-asset" | "other-asset-type" | "other-area" | "other-manager" | "other-cluster-level" | "other-priority" | "outside-hours" | "ranked-lower";
                count: number;
            }[];
            conflict?: components["schemas"]["Chosen"][];
            shadow?: components["schemas"]["Chosen"];
            engine: number;
            epoch: number;
        };
        Chosen: {
            party: {
                id: string;
                name: string;
            };
            agreement: {
                href: string;
                id: string;
                version: number;
                title?: string;
            };
        };
        Steps: {
            items: components["schemas"]["Step"][];
            next?: string;
        };
        Remarks: {
            items: components["schemas"]["Remark"][];
            next?: string;
        };
        Remark: {
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            at: string;
            /** @description Which key said it. */
            source: string;
            /** @description Confirmed, contested, already-done (by a party that was not asked), or else the status that the sender gave, in its own standard. */
            said: string;
            /** @description Absent once it was destroyed. */
            remark?: string;
        };
        Follow: {
            /** @example GM0228-26-004711 */
            number: string;
            /** @description Where everybody may see it. */
            case?: string;
            /** @enum {string} */
            visibility: "public" | "status-only" | "confidential";
            /** @enum {string} */
            status: "open" | "done" | "closed";
            /** @enum {string} */
            closedAs?: "confirmed" | "unchallenged" | "cleared" | "will-not-be-done" | "owner-only" | "left" | "settled-by-desk" | "forwarded" | "joined" | "swallowed";
            /** @description How it stands, in the language asked for. */
            line: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            expectedBy?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            doneAt?: string;
            /**
             * @description What was said with this very link.
             * @enum {string}
             */
            said?: "confirmed" | "contested";
            /** @description What a party asks whoever reported it; without its text where the case is confidential. */
            question?: {
                text?: string;
                /**
                 * Format: date-time
                 * @example 2026-05-20T10:00:00.000Z
                 */
                replyBy: string;
                /**
                 * Format: date-time
                 * @example 2026-05-20T10:00:00.000Z
                 */
                repliedAt?: string;
            };
            mayReply: boolean;
            /** @description Whether this link may still say that the work stands, or does not. */
            mayVerify: boolean;
            /** @description Whether this link may say `contested` of how the desk ended it. */
            mayDisagree: boolean;
            closedBecause?: {
                /** @enum {string} */
                reason: "within-norm" | "planned-works" | "private-ground" | "not-found" | "too-costly" | "not-allowed";
                words: {
                    nl: string;
                    en: string;
                };
            };
            /** @description Whether whoever reported it gets mail of it. */
            isMailed: boolean;
        };
        Verification: {
            /**
             * @description Who looked; by a link, the reporter.
             * @enum {string}
             */
            by: "reporter" | "thing" | "sample";
            /** @enum {string} */
            outcome: "confirmed" | "contested";
            /** @description What was seen; it is kept sealed. */
            remark?: string;
        };
        Reply: {
            /** @description What the reporter said. */
            text: string;
            /**
             * Format: uuid
             * @description Of whose report; where several reported it.
             */
            signal?: string;
        };
        Joining: {
            /** @description The number or id of the case that goes on with the reports of both. */
            into: string;
        };
        Split: {
            /**
             * Format: uuid
             * @description It gets a case of its own, and a new number.
             */
            signal: string;
        } | {
            /** @description A case that was joined into this one gets its reports back. */
            case: string;
        };
        Withholding: {
            /** Format: uuid */
            signal: string;
        };
        ToTells: {
            items: components["schemas"]["ToTell"][];
            next?: string;
        };
        ToTell: {
            /** Format: uuid */
            signal: string;
            case: string;
            /** @enum {string} */
            by: "letter" | "call-back";
            /** @description What happened since they were told last, the first first. */
            steps: ("received" | "asked" | "done" | "reopened" | "will-not-be-done" | "closed" | "joined" | "split-off" | "given-back")[];
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            since: string;
            contact?: components["schemas"]["ReporterContact"];
        };
        /** @description Absent where it was destroyed: then nobody can be told any more. */
        ReporterContact: {
            email?: string;
            phone?: string;
            firstName?: string;
            lastName?: string;
            postalAddress?: string;
        };
        Telling: {
            /**
             * Format: uuid
             * @description Whose reporter was told.
             */
            signal: string;
            /**
             * @description `not-reached`: it was tried, and is not tried again for these steps.
             * @default told
             * @enum {string}
             */
            as: "told" | "not-reached";
        };
        CaseReporters: {
            items: components["schemas"]["CaseReporter"][];
            next?: string;
        };
        CaseReporter: {
            /** Format: uuid */
            signal: string;
            href?: string;
            reporter?: string;
            contact?: components["schemas"]["ReporterContact"] & unknown;
            namedContact?: components["schemas"]["NamedContact"];
            /** @description How many other cases this person reported. */
            otherCases: number;
        };
        /** @description Whom this reporter deals with at the municipality. */
        NamedContact: {
            name: string;
            note?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            notedAt: string;
        };
        Reporter: {
            href: string;
            /** @description A pseudonym; it tells nothing of the person. */
            reporter: string;
            namedContact?: components["schemas"]["NamedContact"];
            cases: components["schemas"]["Case"][];
        };
        ReporterLookup: {
            /** Format: email */
            email?: string;
            phone?: string;
        };
        NamedContactGiven: {
            name: string;
            note?: string;
        };
        CaseHistory: {
            items: components["schemas"]["HistoryFact"][];
            next?: string;
        };
        HistoryFact: {
            /** @description Its place among all that happened to the case. */
            version: number;
            /** @description As the journal has it. */
            type: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            at: string;
            text: string;
            /** @description Which key or account did it, or `rule` where it followed by itself. */
            by?: string;
        };
        FollowLink: {
            /** @description Goes along as `Authorization: Bearer ll_…`. */
            token: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            expiresAt: string;
        };
        FollowBody: {
            /** @example GM0228-26-004711 */
            number: string;
            /**
             * @description As it was given to whoever reported it; typed in any case, with or without the dash.
             * @example 7KQ2M-04XPR
             */
            code: string;
        };
        Follows: {
            items: components["schemas"]["Follow"][];
            next?: string;
        };
        Overruling: {
            /** @description Who is to get it, and why them. */
            agreement: string;
            /** @description It is kept sealed. */
            reason: string;
        };
        DeskSettlement: {
            /** @enum {string} */
            reason: "danger-unacknowledged" | "no-agreement" | "owner-only" | "left" | "enforces" | "tell-the-party" | "conflict" | "confirm" | "paused" | "not-ours-limit" | "delivery-stuck" | "contested-again" | "will-not-be-done" | "no-address" | "done-unasked" | "term-near" | "term-broken";
        };
        Closure: {
            /** @enum {string} */
            as: "will-not-be-done" | "settled-by-desk";
            /**
             * @description Why, as everybody reads it.
             * @enum {string}
             */
            because?: "within-norm" | "planned-works" | "private-ground" | "not-found" | "too-costly" | "not-allowed";
            /** @description Why; it is kept sealed. */
            remark: string;
        };
        DangerRaising: {
            /** @description It is kept sealed. */
            reason: string;
        };
        Takeover: Record<string, never>;
        SafetyReport: Record<string, never>;
        DangerLowering: {
            /** @enum {string} */
            priority: "normal" | "urgent";
            /** @description It is kept sealed. */
            reason: string;
        };
        KindCorrection: {
            /** @enum {string} */
            kind: "question" | "complaint" | "compliment" | "request" | "damage-claim";
        };
        Publication: {
            /** Format: uuid */
            signal: string;
            /** @description The words as everybody may read them: without names, addresses and what else is somebody’s own. Without it no words are shown. */
            text?: string;
            /**
             * @description What looks like personal data in `text` was looked at, and may be shown.
             * @enum {boolean}
             */
            isChecked?: true;
            /** @default [] */
            photos: string[];
        };
        PublicationWithdrawal: {
            /** Format: uuid */
            signal: string;
        };
        Assignments: {
            items: components["schemas"]["Assignment"][];
            next?: string;
        };
        Assignment: {
            href: string;
            /** Format: uuid */
            id: string;
            municipality: string;
            /** @description The ETag, without its quotes. */
            revision: number;
            /** @description Its place in the chain, from 1. */
            number: number;
            party: {
                id: string;
                name: string;
            };
            category: {
                id: string;
                name?: {
                    nl: string;
                    en: string;
                };
            };
            /** @enum {string} */
            status: "proposed" | "offered" | "accepted" | "planned" | "started" | "done" | "not-ours" | "passed-on" | "nothing-found" | "will-not-be-done" | "withdrawn";
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            handedOverAt?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            receivedAt?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            acceptedAt?: string;
            /** Format: date */
            plannedOn?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            startedAt?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            madeSafeAt?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            onSiteAt?: string;
            /**
             * Format: date-time
             * @description It works again, perhaps provisionally.
             * @example 2026-05-20T10:00:00.000Z
             */
            workingAt?: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            doneAt?: string;
            /**
             * Format: date-time
             * @description Of one that ended otherwise than done.
             * @example 2026-05-20T10:00:00.000Z
             */
            endedAt?: string;
            /** @description Why it stands still, and until when at most. */
            suspension?: {
                reason: string;
                name: {
                    nl: string;
                    en: string;
                };
                /**
                 * Format: date-time
                 * @example 2026-05-20T10:00:00.000Z
                 */
                since: string;
                /**
                 * Format: date-time
                 * @example 2026-05-20T10:00:00.000Z
                 */
                until: string;
            };
            /** @description What was found, and how long that may take. */
            because?: {
                /** @enum {string} */
                cause: "lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other";
                words: {
                    nl: string;
                    en: string;
                };
            };
            agreement: {
                href: string;
                id: string;
                version: number;
                title?: string;
            };
            /** @enum {string} */
            held?: "confirm" | "paused";
            waitsFor?: string[];
            informed?: {
                id: string;
                name: string;
            }[];
            /**
             * Format: date-time
             * @description Its clock stands still from here.
             * @example 2026-05-20T10:00:00.000Z
             */
            stoppedAt?: string;
            question?: components["schemas"]["Question"];
            terms: {
                /** @enum {string} */
                milestone: "on-site" | "made-safe" | "working" | "done";
                /**
                 * Format: date-time
                 * @example 2026-05-20T10:00:00.000Z
                 */
                by: string;
                /**
                 * @description Nobody agreed to it: it is what may be expected, and breaks no term.
                 * @enum {boolean}
                 */
                isExpectation?: true;
            }[];
            allowedAnswers: ("accepted" | "not-ours" | "facts-corrected" | "passed-on" | "made-safe" | "on-site" | "diagnosed" | "planned" | "started" | "working" | "suspended" | "resumed" | "needs-first" | "question" | "nothing-found" | "will-not-be-done" | "done")[];
            /** @description For what its clock may stand still, by the agreement. */
            suspensions?: {
                reason: string;
                name: {
                    nl: string;
                    en: string;
                };
            }[];
            answers: string;
            case: {
                href: string;
                /** Format: uuid */
                id: string;
                number: string;
                category: string;
                /** @enum {string} */
                priority: "normal" | "urgent" | "danger";
                signals: number;
                /**
                 * Format: date-time
                 * @example 2026-05-20T10:00:00.000Z
                 */
                openedAt: string;
                place?: components["schemas"]["Place"];
                asset?: components["schemas"]["AssetOfCase"];
                isAssetUncertain?: boolean;
                street?: string;
                neighbourhood?: string;
                /**
                 * @description Somebody who reported it threatened somebody: do not go there alone.
                 * @enum {boolean}
                 */
                hasThreat?: true;
                /** @description Of a case that was dangerous. */
                isMadeSafe?: boolean;
            };
            /** @description In a sentence, why it was handed to this party. In lists it is left out. */
            why?: {
                nl: string;
                en: string;
            };
            /** @description What people wrote and sent, where the agreement says on what legal ground. */
            shared?: {
                ground: string;
                descriptions: {
                    /** Format: uuid */
                    signal: string;
                    text: string;
                }[];
                /** @description To the question. */
                reply?: string;
                photos: (components["schemas"]["Photo"] & {
                    /** Format: uuid */
                    signal: string;
                })[];
            };
        };
        /** @description A photo, with where and when its party says to have taken it. */
        Evidence: components["schemas"]["Photo"] & {
            place?: components["schemas"]["Place"];
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            takenAt?: string;
        };
        AnswerRecorded: components["schemas"]["AnswerGiven"] & {
            assignment: components["schemas"]["Assignment"];
        };
        AnswerGiven: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            answer: "accepted" | "not-ours" | "facts-corrected" | "passed-on" | "made-safe" | "on-site" | "diagnosed" | "planned" | "started" | "working" | "suspended" | "resumed" | "needs-first" | "question" | "nothing-found" | "will-not-be-done" | "done";
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            answeredAt: string;
            /** @description The organisation, `link/` and the organisation, or the key of the desk. */
            by: string;
            details: {
                [key: string]: unknown;
            };
            photos?: components["schemas"]["Evidence"][];
            /** @description Who answered by a link. */
            name?: string;
            /** @description What was written, of a question too, as far as it was not destroyed. */
            remark?: string;
        };
        Answer: {
            /** @enum {string} */
            answer: "accepted";
            /**
             * @description What is wrong, once it is known: the dates may depend on it.
             * @enum {string}
             */
            cause?: "lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other";
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "not-ours";
            /** @enum {string} */
            reason: "not-our-asset" | "not-our-area" | "not-our-task" | "other";
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "facts-corrected";
            category?: string;
            asset?: string;
            place?: {
                lon: number;
                lat: number;
            };
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "passed-on";
            /** @enum {string} */
            cause: "lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other";
            next: string[];
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "made-safe";
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "planned";
            /** Format: date */
            on: string;
            /**
             * @description What is wrong, once it is known: the dates may depend on it.
             * @enum {string}
             */
            cause?: "lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other";
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "started";
            /**
             * @description What is wrong, once it is known: the dates may depend on it.
             * @enum {string}
             */
            cause?: "lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other";
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "on-site";
            /**
             * @description What is wrong, once it is known: the dates may depend on it.
             * @enum {string}
             */
            cause?: "lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other";
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "diagnosed";
            /** @enum {string} */
            cause: "lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other";
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "working";
            /**
             * @description What is wrong, once it is known: the dates may depend on it.
             * @enum {string}
             */
            cause?: "lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other";
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "suspended";
            /** @description One that the agreement names; any other is refused. */
            reason: string;
            /**
             * Format: date
             * @description The last day on which it stands still. Never longer than the limit of the reason.
             */
            until?: string;
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "resumed";
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "needs-first";
            first: string[];
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "question";
            question: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "nothing-found";
            remark: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "will-not-be-done";
            /** @enum {string} */
            reason: "not-in-agreement" | "policy" | "no-budget" | "third-party" | "other";
            remark: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        } | {
            /** @enum {string} */
            answer: "done";
            /** @enum {string} */
            cause?: "lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other";
            /** @default [] */
            next: string[];
            remark?: string;
            /** @description Photos that were sent for this assignment before. */
            photos?: string[];
            /** @description Who answers. Required of whoever answers by a link. Kept sealed, as the remark is. */
            name?: string;
        };
        AnswersRecorded: {
            results: components["schemas"]["AnswerResult"][];
        };
        AnswerResult: {
            /** Format: uuid */
            assignment: string;
            /**
             * @description `repeated`: it was recorded before, under this key.
             * @enum {string}
             */
            result: "taken" | "repeated" | "refused";
            /**
             * Format: uuid
             * @description Of the answer, once it is recorded.
             */
            id?: string;
            /** @description Of the assignment now. */
            revision?: number;
            /**
             * @description Why it was refused: a problem by its name.
             * @enum {string}
             */
            problem?: "assignment-not-found" | "if-match-missing" | "name-missing" | "assignment-changed" | "assignment-withdrawn" | "answer-not-allowed" | "make-safe-first" | "waits-for-another" | "reason-not-agreed" | "already-suspended" | "suspension-used-up" | "until-has-passed" | "not-suspended" | "question-already-asked" | "reporter-unreachable" | "category-unknown" | "facts-unchanged" | "photo-unknown" | "photo-unreadable" | "photo-too-many-pixels" | "photo-too-large" | "photos-too-many" | "photos-exhausted" | "upload-unreadable" | "upload-too-large" | "upload-too-slow" | "uploads-busy" | "case-closed" | "idempotency-key-reused" | "not-allowed" | "asset-unknown" | "place-missing" | "place-not-a-number" | "place-at-zero" | "place-swapped" | "place-outside-municipality" | "place-outside-netherlands";
            detail?: string;
        };
        SeveralAnswers: {
            answers: {
                /** Format: uuid */
                assignment: string;
                /** @description Of the assignment that is answered, as it was read. */
                revision: number;
                idempotencyKey?: string;
                answer: components["schemas"]["Answer"];
            }[];
        };
        LinkMailed: {
            /** @enum {boolean} */
            mailed: true;
        };
        AnswerLinks: {
            items: components["schemas"]["AnswerLink"][];
            next?: string;
        };
        AnswerLink: {
            /** Format: uuid */
            assignment: string;
            /** @description The one that it can answer. */
            revision: number;
            isExpired: boolean;
        };
        Answers: {
            items: components["schemas"]["AnswerGiven"][];
            next?: string;
        };
        WrongfulReport: {
            href: string;
            /**
             * Format: uuid
             * @description Of the assignment.
             */
            id: string;
            municipality: string;
            /** @enum {string} */
            state: "open" | "accepted" | "accepted-by-silence" | "disputed" | "upheld" | "dropped" | "refuted-by-facts" | "decided-owed" | "decided-not-owed";
            /** @enum {string} */
            owes: "owed" | "not-owed" | "undecided";
            /** @description Why it stands as it does, in a sentence. */
            because: {
                nl: string;
                en: string;
            };
            party: {
                id: string;
                name: string;
            };
            agreement: {
                href: string;
                id: string;
                version: number;
                title?: string;
            };
            case: {
                href: string;
                number: string;
            };
            category: {
                id: string;
                name?: {
                    nl: string;
                    en: string;
                };
            };
            /** @enum {string} */
            answer: "not-ours" | "passed-on";
            /** @description Of the answer; of `passed-on` the cause. */
            reason: string;
            reasonInWords: {
                nl: string;
                en: string;
            };
            /** @description In euro cents, by the version of the agreement under which it was given. */
            cents: number;
            /** @enum {string} */
            vat?: "included" | "excluded" | "not-owed";
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            knownAt: string;
            /**
             * Format: date
             * @description The last day on which it can be disputed.
             */
            disputeBy: string;
            /**
             * Format: date
             * @description Of one that is disputed: after this day it is decided without an answer.
             */
            answerBy?: string;
            /** @description What happened that says that it was the party’s after all. */
            contrary?: {
                /** @enum {string} */
                kind: "done" | "given-again";
                /**
                 * Format: date-time
                 * @example 2026-05-20T10:00:00.000Z
                 */
                at: string;
                assignment: string;
            };
            steps: components["schemas"]["WrongfulReportStep"][];
            /** @description What the municipality, or the party, can do with it now. */
            allowed: ("accepted" | "disputed" | "upheld" | "dropped" | "decided")[];
        };
        WrongfulReportStep: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            step: "accepted" | "disputed" | "upheld" | "dropped" | "decided";
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            at: string;
            /** @description An account or key of the municipality, or the organisation. To a party: `municipality` or the organisation. */
            by: string;
            /** @description To colleagues, of one report: who that is. */
            name?: string;
            /** @enum {string} */
            as?: "owed" | "not-owed";
            /** @enum {string} */
            reason?: "their-asset" | "their-area" | "their-task" | "other";
            /** @description The amount that was accepted. */
            cents?: number;
            /** @description In lists it is left out. */
            remark?: string;
            photos?: components["schemas"]["Photo"][];
        };
        WrongfulReportSum: {
            municipality: string;
            party: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            state: "open" | "accepted" | "accepted-by-silence" | "disputed" | "upheld" | "dropped" | "refuted-by-facts" | "decided-owed" | "decided-not-owed";
            /** @enum {string} */
            owes: "owed" | "not-owed" | "undecided";
            reports: number;
            cents: number;
        };
        WrongfulReports: {
            items: components["schemas"]["WrongfulReport"][];
            next?: string;
        };
        WrongfulReportInFull: components["schemas"]["WrongfulReport"] & {
            assignment: string;
            /** @description Why it was given to this party. */
            why?: {
                nl: string;
                en: string;
            };
            /** @description What the party wrote with its answer. */
            remark?: string;
            photos?: components["schemas"]["Evidence"][];
        };
        WrongfulSettlement: {
            /** @enum {string} */
            step: "accepted";
            remark?: string;
        } | {
            /** @enum {string} */
            step: "disputed";
            /** @enum {string} */
            reason: "their-asset" | "their-area" | "their-task" | "other";
            /** @description What shows that it was theirs. It is kept sealed. */
            remark: string;
        } | {
            /** @enum {string} */
            step: "decided";
            /** @enum {string} */
            as: "owed" | "not-owed";
            /** @description Why. It is kept sealed, and the party reads it. */
            remark: string;
        };
        WrongfulReply: {
            /** @enum {string} */
            step: "upheld";
            /** @description What shows that it was not. It is kept sealed. */
            remark: string;
        } | {
            /** @enum {string} */
            step: "dropped";
            remark?: string;
        };
        /** @description Separate facts of one period: no two of them may be added together. */
        Figures: {
            municipality: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-05-20T10:00:00.000Z
             */
            to: string;
            signals: number;
            cases: number;
            handedOver: number;
            received: number;
            madeSafe: number;
            done: number;
            confirmed: number;
            unchallenged: number;
            contested: number;
            atDesk: number;
            /** @description What was agreed, kept and broken, for each milestone. */
            terms: {
                /** @enum {string} */
                milestone: "on-site" | "made-safe" | "working" | "done";
                kept: number;
                broken: number;
            }[];
            /** @description The same of dates that nobody agreed to: they break no term. */
            expectations: {
                /** @enum {string} */
                milestone: "on-site" | "made-safe" | "working" | "done";
                kept: number;
                broken: number;
            }[];
            answers: {
                /** @enum {string} */
                answer: "accepted" | "not-ours" | "facts-corrected" | "passed-on" | "made-safe" | "on-site" | "diagnosed" | "planned" | "started" | "working" | "suspended" | "resumed" | "needs-first" | "question" | "nothing-found" | "will-not-be-done" | "done";
                count: number;
            }[];
        };
        AreaFigures: {
            area: {
                id: string;
                kind: string;
                name: string;
            };
            days: number;
            open: number;
            /** @description Open, and later than was told. */
            late: number;
            /** @description Confirmed, or not contradicted, within `days`. */
            solved: number;
            /** @description Said to be done within `days`, where a date was told. */
            dated: number;
            /** @description Of `dated`: not later than that date. */
            kept: number;
            /** @description `kept` of `dated`; left out below 10. */
            keptShare?: number;
            categories: {
                id: string;
                name?: {
                    nl: string;
                    en: string;
                };
                open: number;
                /** @description Open, and later than was told. */
                late: number;
                /** @description Confirmed, or not contradicted, within `days`. */
                solved: number;
                /** @description Said to be done within `days`, where a date was told. */
                dated: number;
                /** @description Of `dated`: not later than that date. */
                kept: number;
                /** @description `kept` of `dated`; left out below 10. */
                keptShare?: number;
            }[];
        };
        SheetTaken: {
            rows: {
                /** @description Of the sheet, from 1. */
                line: number;
                /** Format: uuid */
                assignment?: string;
                /** @enum {string} */
                result: "taken" | "repeated" | "unchanged" | "refused";
                /** @description Why it was refused, as a code. */
                because?: string;
                /** @description The same, to be read. */
                words: string;
            }[];
        };
        Agreements: {
            items: components["schemas"]["AgreementVersion"][];
            next?: string;
        };
        AgreementVersion: {
            href: string;
            id: string;
            version: number;
            /** Format: date-time */
            enteredAt: string;
            agreement: components["schemas"]["Agreement"];
        };
        Agreement: {
            id: string;
            title: string;
            /** @enum {string} */
            basis: "contract" | "service-arrangement" | "statutory-manager" | "grid-operator" | "warranty" | "works" | "self-management" | "owner-only";
            /**
             * @description What the municipality is in this work: it does it itself, directs the party, or supports residents who do it. Absent: as the basis says.
             * @enum {string}
             */
            role?: "does" | "directs" | "supports";
            /**
             * @default shadow
             * @enum {string}
             */
            mode: "off" | "shadow" | "confirm" | "automatic" | "paused";
            party: string;
            /** @default [] */
            informed: string[];
            validity: {
                /** Format: date */
                from: string;
                /** Format: date */
                to?: string;
            };
            scope: {
                categories: string[];
                /** @default [] */
                areas: string[];
                /** @default [] */
                assetTypes: string[];
                /** @default [] */
                assets: string[];
                /** @default [] */
                managers: string[];
                /** @default [] */
                clusterLevels: ("single" | "segment" | "cabinet" | "switching-area")[];
                /** @default [] */
                priorities: ("normal" | "urgent" | "danger")[];
                hours?: {
                    days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    from: string;
                    to: string;
                };
            };
            /** @default 0 */
            rank: number;
            /** @description From how many at once faults are one problem, which is then for this party. */
            clusters?: {
                /**
                 * @description What they have in common: one cable, one cabinet, one switching area.
                 * @enum {string}
                 */
                level: "segment" | "cabinet" | "switching-area";
                /** @description So many different objects are one problem. */
                from: number;
                /** @description Reported within this time, by the moment of receipt. */
                withinMinutes: number;
                /** @description Of a segment, where nobody knows the cables: `from` objects next to each other in one street, with no more than so many metres between two of them. Absent: such a row is never one problem. */
                rowGap_m?: number;
                /**
                 * @description So long after it was done things may take to say that they work. Those that still say that they do not get a case of their own again.
                 * @default 120
                 */
                settleMinutes: number;
            }[];
            terms: {
                reporter: {
                    amount: number;
                    /**
                     * @description Working hours count within the opening hours.
                     * @enum {string}
                     */
                    unit: "hours" | "working-hours" | "calendar-days" | "working-days";
                };
                party: {
                    /** @enum {string} */
                    startsAt: "receipt" | "acceptance" | "next-opening-hour";
                    milestones: {
                        /** @enum {string} */
                        name: "on-site" | "made-safe" | "working" | "done";
                        within: {
                            amount: number;
                            /**
                             * @description Working hours count within the opening hours.
                             * @enum {string}
                             */
                            unit: "hours" | "working-hours" | "calendar-days" | "working-days";
                        };
                        /** @default [] */
                        priorities: ("normal" | "urgent" | "danger")[];
                        /**
                         * @description Counts once the party found one of these causes.
                         * @default []
                         */
                        findings: ("lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other")[];
                    }[];
                };
                openingHours?: {
                    days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    from: string;
                    to: string;
                };
                /**
                 * @description For what, and for how long at most, the party may let its clock stand still.
                 * @default []
                 */
                suspensions: {
                    reason: string;
                    /** @description Of a reason that is not one of those known everywhere. */
                    name?: {
                        nl: string;
                        en: string;
                    };
                    /** @description Of all times together that one assignment stands still for it. */
                    limit: {
                        amount: number;
                        /**
                         * @description Working hours count within the opening hours.
                         * @enum {string}
                         */
                        unit: "hours" | "working-hours" | "calendar-days" | "working-days";
                    };
                }[];
                /** @description How long before a date, or at which last share of its time, party and desk are warned. */
                warnBefore?: {
                    amount: number;
                    /**
                     * @description Working hours count within the opening hours.
                     * @enum {string}
                     */
                    unit: "hours" | "working-hours" | "calendar-days" | "working-days";
                } | {
                    share: number;
                };
            };
            /** @default {} */
            reach: {
                /**
                 * @default webhook
                 * @enum {string}
                 */
                channel: "webhook" | "email" | "open311" | "desk";
                /** @default 0 */
                holdOff_s: number;
                /** @description With channel `email`: what does not press goes in one mail at each of these times. */
                digest?: {
                    at: string[];
                    /**
                     * @description Only from Monday to Friday, and not on public holidays.
                     * @default false
                     */
                    workingDays: boolean;
                };
                shareDescriptionOn?: string;
                /** @description What our categories are at the party; with channel `open311` it is needed. */
                open311?: {
                    services: {
                        /** @description A node of the category tree; it stands for its whole subtree. */
                        category: string;
                        serviceCode: string;
                        /** @default [] */
                        attributes: {
                            /** @description As the service definition of the party names it. */
                            code: string;
                            /**
                             * @description It is given this of the task.
                             * @enum {string}
                             */
                            field?: "case-number" | "assignment" | "category" | "asset" | "asset-number" | "asset-type" | "priority" | "done-by" | "agreement" | "signals";
                            /** @description It is always given this. */
                            value?: string;
                        }[];
                    }[];
                    /** @description What status words of the party’s own mean; those of the standard are known. */
                    statuses?: {
                        [key: string]: "nothing" | "accepted" | "planned" | "started" | "done" | "nothing-found" | "not-ours" | "will-not-be-done";
                    };
                    /** @description Of this municipality at the party, where it is not that of its endpoint. */
                    jurisdictionId?: string;
                    /** @description A service_code that may be posted to when the connection is tested. */
                    testService?: string;
                };
            };
            /** @description Where residents reach the party themselves; everybody reads it. */
            askAt?: {
                /** Format: uri */
                website?: string;
                phone?: string;
                /** Format: email */
                email?: string;
            };
            /** @description The duty roster that is called when it is dangerous. */
            duty?: string;
            /** @default 2 */
            notOursLimit: number;
            /** @default {} */
            verification: {
                /** @default 7 */
                unchallengedAfterDays: number;
                /** @default 30 */
                recurrenceDays: number;
                /** @default 48 */
                confirmsWithinHours: number;
                /** @default 48 */
                flapsWithinHours: number;
                /** @default {} */
                question: {
                    /** @default 5 */
                    withinDays: number;
                };
            };
            /** @default 0 */
            warrantyDays: number;
            /** @description What the party bills for a report that was not theirs, in euro cents. */
            price?: {
                wrongfulReport: number;
                /**
                 * @description Whether VAT is in the price, comes on top, or is not owed. Absent: not agreed.
                 * @enum {string}
                 */
                vat?: "included" | "excluded" | "not-owed";
                /** @description What the party passes on with one of these causes was not theirs either. Absent: only what it answers with `not-ours`. */
                findings?: ("lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other")[];
                /** @description Calendar days after the answer within which the municipality disputes it; 14 where absent. After them it stands. */
                disputeWithinDays?: number;
            };
            /**
             * @description What becomes of open work when the agreement ends. `finish`: its party does all of it. `hand-over`: what was not begun is taken back and goes to whom the agreements then in force name; what was begun is finished.
             * @default finish
             * @enum {string}
             */
            onEnd: "finish" | "hand-over";
        };
        AgreementVersions: {
            items: components["schemas"]["AgreementVersion"][];
            next?: string;
        };
        AgreementEntered: {
            href: string;
            id: string;
            version?: number;
        };
        StatedRoles: {
            items: components["schemas"]["StatedRoleVersion"][];
            next?: string;
        };
        StatedRoleVersion: {
            id: string;
            version: number;
            /** Format: date-time */
            enteredAt: string;
            role: components["schemas"]["StatedRole"];
        };
        StatedRole: {
            id: string;
            /**
             * @description `enforces`: others must do it, and the desk sees to that. `leaves`: it is not ours.
             * @enum {string}
             */
            role: "enforces" | "leaves";
            /** @description Nodes of the category tree; each stands for its whole subtree. */
            categories: string[];
            /**
             * @description None: the whole municipality.
             * @default []
             */
            areas: string[];
            /** @description `[from, to)` in local dates of the municipality. */
            validity: {
                /** Format: date */
                from: string;
                /** Format: date */
                to?: string;
            };
            /** @description Everybody reads it: why, and where to go instead. */
            because: {
                nl: string;
                en: string;
            };
        };
        StatedRoleEntered: {
            id: string;
            version?: number;
        };
        Coverage: {
            items: components["schemas"]["CoverageCell"][];
            next?: string;
        };
        CoverageCell: {
            category: string;
            /** @description Absent: places that lie in no area. */
            area?: string;
            /** @description Absent: about no known object. */
            assetType?: string;
            /**
             * @description Of several that are one problem at this level; absent: of one.
             * @enum {string}
             */
            level?: "segment" | "cabinet" | "switching-area";
            /** @description Of a level: from how many they are one problem, by whoever gets it. Empty: they never are. */
            thresholds?: {
                agreement: string;
                version: number;
                from: number;
                withinMinutes: number;
            }[];
            /** @description Who gets it now. */
            parties: string[];
            /** @description What the municipality is there. */
            roles: {
                /** @enum {string} */
                role: "does" | "directs" | "supports" | "enforces" | "leaves";
                isPartial: boolean;
                /** @description The stated role; absent where an agreement has it. */
                stated?: {
                    id: string;
                    version: number;
                };
            }[];
            findings: {
                /** @enum {string} */
                kind: "no-agreement" | "not-live" | "conflict" | "expiring" | "owner-only";
                agreements: components["schemas"]["AgreementNamed"][];
                /** @description At some hours, for some holders or in a part of the area only. */
                isPartial: boolean;
                /**
                 * Format: date-time
                 * @description From when nobody has it.
                 */
                from?: string;
            }[];
        };
        AgreementNamed: {
            href: string;
            id: string;
            version: number;
            party: string;
        };
        AgreementDrafts: {
            items: components["schemas"]["AgreementDraftView"][];
            next?: string;
        };
        AgreementDraftView: {
            href: string;
            id: string;
            /** @enum {string} */
            status: "draft" | "in-force" | "dropped";
            /** Format: date-time */
            enteredAt: string;
            enteredBy: string;
            /** @description The version of each agreement that it was made against; 0: there was none. */
            base: {
                [key: string]: number;
            };
            draft: components["schemas"]["AgreementDraft"];
            /** @description The last simulation since it was entered. */
            simulated?: {
                /** Format: date-time */
                at: string;
                by: string;
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
                cases: number;
                different: number;
                digest: string;
            };
            /** Format: date-time */
            settledAt?: string;
            settledBy?: string;
        };
        AgreementDraft: {
            id: string;
            title: string;
            /** @default [] */
            agreements: {
                id: string;
                title: string;
                /** @enum {string} */
                basis: "contract" | "service-arrangement" | "statutory-manager" | "grid-operator" | "warranty" | "works" | "self-management" | "owner-only";
                /**
                 * @description What the municipality is in this work: it does it itself, directs the party, or supports residents who do it. Absent: as the basis says.
                 * @enum {string}
                 */
                role?: "does" | "directs" | "supports";
                /**
                 * @default shadow
                 * @enum {string}
                 */
                mode: "off" | "shadow" | "confirm" | "automatic" | "paused";
                party: string;
                /** @default [] */
                informed: string[];
                validity: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to?: string;
                };
                scope: {
                    categories: string[];
                    /** @default [] */
                    areas: string[];
                    /** @default [] */
                    assetTypes: string[];
                    /** @default [] */
                    assets: string[];
                    /** @default [] */
                    managers: string[];
                    /** @default [] */
                    clusterLevels: ("single" | "segment" | "cabinet" | "switching-area")[];
                    /** @default [] */
                    priorities: ("normal" | "urgent" | "danger")[];
                    hours?: {
                        days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                        from: string;
                        to: string;
                    };
                };
                /** @default 0 */
                rank: number;
                /** @description From how many at once faults are one problem, which is then for this party. */
                clusters?: {
                    /**
                     * @description What they have in common: one cable, one cabinet, one switching area.
                     * @enum {string}
                     */
                    level: "segment" | "cabinet" | "switching-area";
                    /** @description So many different objects are one problem. */
                    from: number;
                    /** @description Reported within this time, by the moment of receipt. */
                    withinMinutes: number;
                    /** @description Of a segment, where nobody knows the cables: `from` objects next to each other in one street, with no more than so many metres between two of them. Absent: such a row is never one problem. */
                    rowGap_m?: number;
                    /**
                     * @description So long after it was done things may take to say that they work. Those that still say that they do not get a case of their own again.
                     * @default 120
                     */
                    settleMinutes: number;
                }[];
                terms: {
                    reporter: {
                        amount: number;
                        /**
                         * @description Working hours count within the opening hours.
                         * @enum {string}
                         */
                        unit: "hours" | "working-hours" | "calendar-days" | "working-days";
                    };
                    party: {
                        /** @enum {string} */
                        startsAt: "receipt" | "acceptance" | "next-opening-hour";
                        milestones: {
                            /** @enum {string} */
                            name: "on-site" | "made-safe" | "working" | "done";
                            within: {
                                amount: number;
                                /**
                                 * @description Working hours count within the opening hours.
                                 * @enum {string}
                                 */
                                unit: "hours" | "working-hours" | "calendar-days" | "working-days";
                            };
                            /** @default [] */
                            priorities: ("normal" | "urgent" | "danger")[];
                            /**
                             * @description Counts once the party found one of these causes.
                             * @default []
                             */
                            findings: ("lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other")[];
                        }[];
                    };
                    openingHours?: {
                        days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                        from: string;
                        to: string;
                    };
                    /**
                     * @description For what, and for how long at most, the party may let its clock stand still.
                     * @default []
                     */
                    suspensions: {
                        reason: string;
                        /** @description Of a reason that is not one of those known everywhere. */
                        name?: {
                            nl: string;
                            en: string;
                        };
                        /** @description Of all times together that one assignment stands still for it. */
                        limit: {
                            amount: number;
                            /**
                             * @description Working hours count within the opening hours.
                             * @enum {string}
                             */
                            unit: "hours" | "working-hours" | "calendar-days" | "working-days";
                        };
                    }[];
                    /** @description How long before a date, or at which last share of its time, party and desk are warned. */
                    warnBefore?: {
                        amount: number;
                        /**
                         * @description Working hours count within the opening hours.
                         * @enum {string}
                         */
                        unit: "hours" | "working-hours" | "calendar-days" | "working-days";
                    } | {
                        share: number;
                    };
                };
                /** @default {} */
                reach: {
                    /**
                     * @default webhook
                     * @enum {string}
                     */
                    channel: "webhook" | "email" | "open311" | "desk";
                    /** @default 0 */
                    holdOff_s: number;
                    /** @description With channel `email`: what does not press goes in one mail at each of these times. */
                    digest?: {
                        at: string[];
                        /**
                         * @description Only from Monday to Friday, and not on public holidays.
                         * @default false
                         */
                        workingDays: boolean;
                    };
                    shareDescriptionOn?: string;
                    /** @description What our categories are at the party; with channel `open311` it is needed. */
                    open311?: {
                        services: {
                            /** @description A node of the category tree; it stands for its whole subtree. */
                            category: string;
                            serviceCode: string;
                            /** @default [] */
                            attributes: {
                                /** @description As the service definition of the party names it. */
                                code: string;
                                /**
                                 * @description It is given this of the task.
                                 * @enum {string}
                                 */
                                field?: "case-number" | "assignment" | "category" | "asset" | "asset-number" | "asset-type" | "priority" | "done-by" | "agreement" | "signals";
                                /** @description It is always given this. */
                                value?: string;
                            }[];
                        }[];
                        /** @description What status words of the party’s own mean; those of the standard are known. */
                        statuses?: {
                            [key: string]: "nothing" | "accepted" | "planned" | "started" | "done" | "nothing-found" | "not-ours" | "will-not-be-done";
                        };
                        /** @description Of this municipality at the party, where it is not that of its endpoint. */
                        jurisdictionId?: string;
                        /** @description A service_code that may be posted to when the connection is tested. */
                        testService?: string;
                    };
                };
                /** @description Where residents reach the party themselves; everybody reads it. */
                askAt?: {
                    /** Format: uri */
                    website?: string;
                    phone?: string;
                    /** Format: email */
                    email?: string;
                };
                /** @description The duty roster that is called when it is dangerous. */
                duty?: string;
                /** @default 2 */
                notOursLimit: number;
                /** @default {} */
                verification: {
                    /** @default 7 */
                    unchallengedAfterDays: number;
                    /** @default 30 */
                    recurrenceDays: number;
                    /** @default 48 */
                    confirmsWithinHours: number;
                    /** @default 48 */
                    flapsWithinHours: number;
                    /** @default {} */
                    question: {
                        /** @default 5 */
                        withinDays: number;
                    };
                };
                /** @default 0 */
                warrantyDays: number;
                /** @description What the party bills for a report that was not theirs, in euro cents. */
                price?: {
                    wrongfulReport: number;
                    /**
                     * @description Whether VAT is in the price, comes on top, or is not owed. Absent: not agreed.
                     * @enum {string}
                     */
                    vat?: "included" | "excluded" | "not-owed";
                    /** @description What the party passes on with one of these causes was not theirs either. Absent: only what it answers with `not-ours`. */
                    findings?: ("lamp" | "fuse" | "cable" | "mast" | "cabinet" | "vandalism" | "collision" | "storm" | "other")[];
                    /** @description Calendar days after the answer within which the municipality disputes it; 14 where absent. After them it stands. */
                    disputeWithinDays?: number;
                };
                /**
                 * @description What becomes of open work when the agreement ends. `finish`: its party does all of it. `hand-over`: what was not begun is taken back and goes to whom the agreements then in force name; what was begun is finished.
                 * @default finish
                 * @enum {string}
                 */
                onEnd: "finish" | "hand-over";
            }[];
            /** @default [] */
            ends: {
                id: string;
                /** Format: date */
                on: string;
            }[];
        };
        AgreementDraftEntries: {
            draft: components["schemas"]["AgreementDraftView"];
            entered: {
                href: string;
                id: string;
                version: number;
            }[];
        };
        AgreementComparison: {
            items: components["schemas"]["AgreementCompared"][];
            next?: string;
        };
        AgreementCompared: {
            agreement: string;
            href: string;
            /** @description A sentence each. */
            differences: string[];
        };
        SimulationLine: {
            progress: {
                cases: number;
            };
        } | {
            result: {
                cases: number;
                underWarranty: number;
                different: number;
                kinds: {
                    /** @enum {string} */
                    kind: "other-party" | "gap-appears" | "gap-closes" | "conflict-appears" | "conflict-ends" | "due-earlier" | "due-later";
                    cases: number;
                }[];
                work: {
                    /** @description Absent: the desk. */
                    party?: string;
                    category: string;
                    before: number;
                    after: number;
                    /** @description Expected reports that are not theirs, by the recorded rate, and their price in euro cents. */
                    notOurs?: {
                        rate: number;
                        assignments: number;
                        notOurs: number;
                        /** @enum {string} */
                        of: "party-and-category" | "party" | "category";
                        expectedBefore: number;
                        expectedAfter: number;
                        centsBefore: number;
                        centsAfter: number;
                    };
                }[];
            };
            digest: string;
            /** Format: date-time */
            validAt: string;
        };
        SimulationAsked: {
            draft: string;
            /**
             * Format: date-time
             * @description Cases that were routed from this moment on; absent: a year before `to`.
             */
            from?: string;
            /**
             * Format: date-time
             * @description Absent: until now.
             */
            to?: string;
        };
        SimulatedDifferences: {
            items: components["schemas"]["SimulatedDifference"][];
            next?: string;
        };
        SimulatedDifference: {
            case: string;
            category: string;
            /** Format: date-time */
            receivedAt: string;
            kinds: ("other-party" | "gap-appears" | "gap-closes" | "conflict-appears" | "conflict-ends" | "due-earlier" | "due-later")[];
            before: {
                agreement?: components["schemas"]["AgreementNamed"] & unknown;
                /** Format: date-time */
                due?: string;
            };
            after: {
                agreement?: components["schemas"]["AgreementNamed"] & unknown;
                /** Format: date-time */
                due?: string;
            };
        };
        Routing: {
            category: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            knownAt: string;
            areas: string[];
            asset?: string;
            isAssetUncertain: boolean;
            /** @enum {string} */
            outcome: "party" | "owner-only" | "desk";
            chosen?: {
                party: {
                    id: string;
                    name: string;
                };
                agreement: {
                    href: string;
                    id: string;
                    version: number;
                };
            };
            /**
             * @description Nobody is given it, as the municipality chose: others must do it, or nobody.
             * @enum {string}
             */
            role?: "enforces" | "leaves";
            sentence: string;
            because: string[];
            notChosen: string[];
        };
        MovedCases: {
            items: components["schemas"]["MovedCase"][];
            next?: string;
        };
        MovedCase: {
            href: string;
            /** Format: uuid */
            id: string;
            number: string;
            category: string;
            place: {
                lon: number;
                lat: number;
            };
            /** Format: date-time */
            openedAt: string;
            /**
             * Format: date-time
             * @description When the border moved.
             */
            since: string;
            nowIn?: {
                municipality: string;
                name: string;
            };
            /** @description In the language asked for. */
            reason: string;
        };
        DeskNeeds: {
            /** @description Of all that waits, whatever was asked for; none are left out. */
            counts: (components["schemas"]["NeedReason"] & {
                count: number;
            })[];
            total: number;
            items: components["schemas"]["DeskNeed"][];
            next?: string;
            /** @description Systems that follow the changes and were not reached for a day. They are of no case, and wait until somebody resumes them. */
            stoppedWebhooks: number;
        };
        /** @description The most urgent reason first. */
        DeskNeed: {
            case: components["schemas"]["Case"];
            reasons: components["schemas"]["NeedReason"][];
        };
        DecisionReplays: {
            items: components["schemas"]["DecisionReplay"][];
            next?: string;
        };
        DecisionReplay: {
            /** Format: uuid */
            decision: string;
            /**
             * @description `other-engine`: another version of the rule took it, which is not here to be asked.
             * @enum {string}
             */
            is: "same" | "different" | "other-engine";
            /** @description What was decided, in one sentence. */
            stored: string;
            /** @description What the rule says of the same, where that differs. */
            now?: string;
        };
        DeliveryAttempts: {
            items: components["schemas"]["DeliveryAttempt"][];
            next?: string;
        };
        DeliveryAttempt: {
            /** Format: uuid */
            id: string;
            municipality: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: uuid
             * @description Its `webhook-id`, where it is a webhook.
             */
            message?: string;
            /** Format: uuid */
            assignment?: string;
            organisation?: string;
            /**
             * @description webhook, open311 or mail.
             * @example webhook
             */
            kind: string;
            host?: string;
            type: string;
            attempt: number;
            tookMs: number;
            /**
             * @description `left-to-person`: it could not be told there, so the desk tells it. `waits-for-person`: it is tried when somebody says so.
             * @enum {string}
             */
            outcome: "delivered" | "failed" | "left-to-person" | "waits-for-person";
            /** @description Of HTTP; absent where there was no answer. */
            status?: number;
            /** @description How the answer began, without what looks personal or secret. */
            answer?: string;
            error?: string;
            /** Format: date-time */
            nextAt?: string;
        };
        ForeignRequest: {
            /** Format: uuid */
            assignment: string;
            municipality: string;
            organisation: string;
            /** @description Its service_request_id at the party; absent while there is none. */
            number?: string;
            /** @description It was sent, and nobody knows whether the party has it. */
            isAnswerLost: boolean;
            /** Format: date-time */
            receivedAt?: string;
            /** @description The party is still asked what became of it. */
            isFollowed: boolean;
            /** @description As the party wrote it. */
            status?: string;
            /** Format: date-time */
            statusAt?: string;
            /** @description What the status was taken for; absent where nobody said what it means. */
            means?: string;
            /** @description Why it was not taken as an answer: the problem that an answer would have got. */
            refusal?: string;
            notes?: string;
            /** Format: date-time */
            lookedAt?: string;
        };
        Channels: {
            items: components["schemas"]["Channel"][];
            next?: string;
        };
        Channel: {
            /** @description Names it in this list. */
            id: string;
            organisation: string;
            name: string;
            /** @enum {string} */
            kind: "webhook" | "open311" | "email";
            /** @description There is an address to send to. */
            isSet: boolean;
            host?: string;
            mostAtOnce?: number;
            mostPerMinute?: number;
            /**
             * @description `rests`: it failed so often that it is left alone for a while.
             * @enum {string}
             */
            state: "works" | "rests";
            failures?: number;
            /** Format: date-time */
            restsUntil?: string;
            /** @description Messages of this municipality that are not there yet. */
            waiting: number;
            /** Format: date-time */
            waitsSince?: string;
            /** @description Messages that wait until the party is next told together, as it agreed. */
            digest?: {
                waiting: number;
                /** Format: date-time */
                nextAt: string;
            };
            /** @description How an Open311 server is asked what became of its tasks. */
            asking?: {
                failures: number;
                /** Format: date-time */
                nextAt: string;
                error?: string;
            };
        };
        WaitingMessages: {
            items: components["schemas"]["WaitingMessage"][];
            next?: string;
        };
        WaitingMessage: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "webhook" | "open311" | "email";
            /** @description The party that it is for; absent where it is for somebody else. */
            organisation?: string;
            /** @description The id of the webhook, where a system follows the public changes. */
            webhook?: string;
            type: string;
            /** Format: date-time */
            createdAt: string;
            attempts: number;
            /**
             * Format: date-time
             * @description Absent where it waits for a person to say so.
             */
            nextAt?: string;
            error?: string;
        };
        /** @description Each way to reach the party, and how far it came. */
        ConnectionTest: {
            organisation: string;
            tests: {
                /** @enum {string} */
                kind: "webhook" | "open311" | "email";
                isOk: boolean;
                steps: {
                    /** @enum {string} */
                    step: "endpoint" | "name" | "connection" | "tls" | "answer" | "signature" | "discovery" | "services" | "mapping" | "test-request" | "mail";
                    isOk: boolean;
                    detail: string;
                    tookMs?: number;
                }[];
            }[];
        };
        DutyRosters: {
            items: components["schemas"]["DutyRosterVersion"][];
            next?: string;
        };
        DutyRosterVersion: {
            id: string;
            /** @description Rises with each change. */
            version: number;
            roster: components["schemas"]["DutyRoster"];
        };
        DutyRoster: {
            id: string;
            title: string;
            contacts: {
                id: string;
                name: string;
                /** @default [] */
                hours: {
                    days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    from: string;
                    to: string;
                }[];
                minutes: number;
                /** Format: email */
                email?: string;
                phone?: string;
                organisation?: string;
            }[];
        };
        DutyRosterEntered: {
            href: string;
            id: string;
            version: number;
        };
        Templates: {
            items: components["schemas"]["Template"][];
            next?: string;
        };
        Template: {
            href: string;
            /** @enum {string} */
            kind: "received" | "moved" | "will-not-be-done" | "closed" | "done" | "reopened" | "asked" | "handed-over" | "planned" | "reserved-received" | "reserved-changed" | "subscription-asked" | "subscription-news";
            /** @enum {string} */
            locale: "nl" | "en";
            subject: string;
            text: string;
            /** @description The program’s own words. */
            isDefault: boolean;
            /** @description What may stand in it, each in braces; `link` only in the text. */
            placeholders: string[];
            /** @description What must stand in the text. */
            required: string[];
            /** Format: date-time */
            changedAt?: string;
            changedBy?: string;
        };
        TemplateBody: {
            subject: string;
            text: string;
        };
        /** @description As it would arrive, about an example. */
        TemplatePreview: {
            subject: string;
            text: string;
        };
        SubscriptionTold: {
            /** @description What will be told of, once it is confirmed. */
            about: string;
            /** Format: date-time */
            confirmBy: string;
        };
        SubscriptionAsked: {
            /** Format: email */
            email: string;
            /** @description Its number or its id. */
            case?: string;
            area?: string;
            place?: {
                lon: number;
                lat: number;
                /**
                 * @description In metres.
                 * @default 150
                 */
                radius: number;
            };
            /** @description With an area or a place: only this, and what is below it. */
            category?: string;
        };
        Subscriptions: {
            items: components["schemas"]["Subscription"][];
        };
        Subscription: {
            number: number;
            /** @enum {string} */
            follows: "case" | "area" | "place";
            /**
             * @description Nothing is mailed of what awaits its confirmation.
             * @enum {string}
             */
            status: "awaiting" | "active";
            /** @example reports in Centrum */
            about: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Whether this link is the one that confirms it. */
            isAsked: boolean;
        };
        MadeWebhook: components["schemas"]["Webhook"] & {
            /** @description What its events are signed with (Standard Webhooks); told here and nowhere else. */
            secret: string;
        };
        /** @description All that is named has to hold; empty is everything. */
        WebhookFilter: {
            areas?: string[];
            /** @description Each with what is below it. */
            categories?: string[];
            /** @description Of the feed of changes, such as CaseOpened and CaseConfirmed. */
            types?: string[];
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            filter: components["schemas"]["WebhookFilter"];
            /**
             * @description Awaiting: the test event was not taken yet. Stopped: it failed for a day, and goes on from there when it is resumed.
             * @enum {string}
             */
            status: "awaiting" | "active" | "stopped";
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When one was last taken.
             */
            deliveredAt?: string;
            /** Format: date-time */
            failingSince?: string;
            lastError?: string;
            /** Format: date-time */
            stoppedAt?: string;
        };
        NewWebhook: {
            /** Format: uri */
            url: string;
            filter?: components["schemas"]["WebhookFilter"];
        };
        Webhooks: {
            items: components["schemas"]["Webhook"][];
        };
        Mails: {
            items: components["schemas"]["MailHead"][];
            next?: string;
        };
        MailHead: {
            id: string;
            to: string;
            subject: string;
            /** @description As it stands in the mail (RFC 5322). */
            date: string;
        };
        Mail: {
            id: string;
            to: string;
            subject: string;
            /** @description As it stands in the mail (RFC 5322). */
            date: string;
            from: string;
            text: string;
        };
        EventResults: {
            results: components["schemas"]["EventResult"][];
        };
        EventResult: {
            /** @enum {string} */
            status: "taken" | "repeated" | "rejected";
            source?: string;
            id?: string;
            /**
             * @description What it came to; of what was taken.
             * @enum {string}
             */
            outcome?: "reported" | "cleared" | "outdated" | "nothing-raised";
            /** @description The clock of the sender is more than five minutes from ours. */
            isTimeSuspect?: boolean;
            case?: {
                href: string;
                /** Format: uuid */
                id: string;
                number: string;
            };
            /** @description Why it was not taken. */
            problem?: {
                type: string;
                status: number;
                title: string;
                detail: string;
            };
            /**
             * Format: uuid
             * @description Where it stands in /rejects.
             */
            reject?: string;
        };
        DeviceEvent: {
            /** @enum {string} */
            specversion: "1.0";
            id: string;
            /** @example urn:nld:oin:00000001234567890000:systeem:lampen */
            source: string;
            /** @enum {string} */
            type: "nl.lantaarn.condition.raised.v1" | "nl.lantaarn.condition.cleared.v1";
            /** Format: date-time */
            time?: string;
            /** @enum {string} */
            datacontenttype?: "application/json";
            data: components["schemas"]["DeviceReport"];
        } & {
            [key: string]: unknown;
        };
        DeviceReport: {
            /**
             * @description The id or the public number of the object, as in /assets.
             * @example L-0042
             */
            asset: string;
            /** @enum {string} */
            condition: "lamp-failure" | "lamp-flickering" | "lamp-on-by-day" | "mast-damaged" | "wires-exposed" | "traffic-light-failure" | "bridge-damaged" | "container-full" | "drain-blocked";
            /** @description What it is reported as; without it, what the condition stands for. */
            category?: string;
            /**
             * @description Whatever its category says: the duty roster is called. Only a person lowers it.
             * @default false
             */
            isDangerous: boolean;
            /**
             * Format: date-time
             * @description When the thing saw it; without it, the `time` of the event.
             */
            observedAt?: string;
        };
        Rejects: {
            items: components["schemas"]["Reject"][];
            next?: string;
        };
        Reject: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description The id of the API key that it came with. */
            key: string;
            /** @enum {string} */
            reason: "event-unreadable" | "event-invalid" | "event-type-unknown" | "event-data-invalid" | "event-asset-unknown" | "event-category-unknown" | "batch-too-large" | "sender-unknown" | "source-foreign";
            detail?: string;
            source?: string;
            eventId?: string;
            /** @description The beginning of what was sent; absent once it was destroyed. */
            body?: string;
        };
        Parties: {
            items: components["schemas"]["Party"][];
            next?: string;
        };
        Party: {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "municipality" | "province" | "water-board" | "state" | "contractor" | "grid-operator" | "housing-corporation" | "residents-collective" | "other";
            /** @description Where its agreements are. */
            agreements: string;
        };
        KindAddresses: {
            items: components["schemas"]["KindAddress"][];
            next?: string;
        };
        KindAddress: {
            href: string;
            /** @enum {string} */
            kind: "question" | "complaint" | "compliment" | "request" | "damage-claim";
            office: string;
            organisation?: string;
            /** @description For staff. */
            email?: string;
        };
        KindAddressBody: {
            /**
             * @description The name of the office, as the reporter reads it.
             * @example Klantcontactcentrum
             */
            office: string;
            /** Format: email */
            email: string;
            /** @description The party that the office is of, where it is not of the municipality. */
            organisation?: string;
        };
        Me: {
            /** Format: uuid */
            account: string;
            name: string;
            address: string;
            secondFactor: boolean;
            /** @description A role needs one: until it is set up, none of the roles counts. */
            lacksSecondFactor: boolean;
            roles: components["schemas"]["HeldRole"][];
            /** @description What a screen may offer, by municipality. The API decides itself. */
            allowed: {
                municipality: string;
                actions: ("look" | "report" | "join-in" | "follow" | "follow-own" | "subscribe" | "manage-webhooks" | "own-subscriptions" | "send-events" | "see-personal" | "see-work" | "see-steering" | "see-rejects" | "see-deliveries" | "see-channels" | "see-to-deliveries" | "see-rosters" | "see-mail-texts" | "see-remarks" | "see-moved" | "see-needs" | "join-cases" | "serve-reporters" | "reply" | "verify" | "overrule" | "settle" | "release" | "publish" | "answer" | "send-link" | "raise-danger" | "take-over-danger" | "end-danger" | "see-wrongful" | "settle-wrongful" | "answer-wrongful" | "set-rosters" | "state-roles" | "draft-agreements" | "enter-agreements" | "set-mail-texts" | "set-addresses" | "see-roles" | "grant-roles" | "manage-keys" | "see-processing-log" | "open-answer" | "come-in" | "own-account")[];
            }[];
        };
        HeldRole: {
            /** Format: uuid */
            id: string;
            municipality: string;
            /** @enum {string} */
            role: "desk" | "area-manager" | "contract-manager" | "inspector" | "approver" | "moderator" | "privacy-officer" | "archivist" | "alderman" | "administrator" | "planner" | "crew";
            organisation?: string;
            areas?: string[];
            upToCents?: number;
            /** Format: uuid */
            deputyFor?: string;
            /** Format: date-time */
            until?: string;
        };
        Sessions: {
            items: components["schemas"]["Session"][];
        };
        Session: {
            /** Format: uuid */
            id: string;
            /** @description What the browser calls itself. */
            device: string;
            /** Format: date-time */
            begunAt: string;
            /** Format: date-time */
            lastUsedAt: string;
            /**
             * Format: date-time
             * @description Also when it is used until then.
             */
            endsAt: string;
            isThisOne: boolean;
        };
        SessionsEnded: {
            ended: number;
        };
        Roles: {
            items: components["schemas"]["Role"][];
            next?: string;
        };
        Role: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            account: string;
            name: string;
            /** @description Tells people of one name apart. */
            email?: string;
            /** @enum {string} */
            role: "desk" | "area-manager" | "contract-manager" | "inspector" | "approver" | "moderator" | "privacy-officer" | "archivist" | "alderman" | "administrator" | "planner" | "crew";
            organisation?: string;
            areas?: string[];
            upToCents?: number;
            /** Format: uuid */
            deputyFor?: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until?: string;
            /** Format: date-time */
            grantedAt: string;
            grantedBy: string;
            /** Format: date-time */
            endedAt?: string;
        };
        RoleGiven: {
            /** Format: uuid */
            id: string;
        };
        NewRole: {
            /** Format: uuid */
            account: string;
            /** @enum {string} */
            role: "desk" | "area-manager" | "contract-manager" | "inspector" | "approver" | "moderator" | "privacy-officer" | "archivist" | "alderman" | "administrator" | "planner" | "crew";
            /** @description Of a planner or crew: which party’s. */
            organisation?: string;
            /** @description In which areas; everywhere where it is absent. */
            areas?: string[];
            /** @description Of an approver: up to which amount, in cents. */
            upToCents?: number;
            /**
             * Format: date-time
             * @description From then on not any more.
             */
            until?: string;
            /**
             * Format: date-time
             * @description At once where it is absent.
             */
            from?: string;
            /**
             * Format: uuid
             * @description The role of somebody else that this one stands in for.
             */
            deputyFor?: string;
        };
        RoleEnded: {
            /** Format: uuid */
            id: string;
        };
        OpenInvitations: {
            items: components["schemas"]["OpenInvitation"][];
            next?: string;
        };
        OpenInvitation: {
            /** Format: uuid */
            id: string;
            address: string;
            /** @enum {string} */
            role: "desk" | "area-manager" | "contract-manager" | "inspector" | "approver" | "moderator" | "privacy-officer" | "archivist" | "alderman" | "administrator" | "planner" | "crew";
            organisation?: string;
            /** Format: date-time */
            invitedAt: string;
            invitedBy: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description Nobody took it in time. */
            isOver: boolean;
        };
        InvitationWithdrawn: {
            /** Format: uuid */
            id: string;
        };
        Invited: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            expiresAt: string;
        };
        NewInvitation: {
            address: string;
            /** @enum {string} */
            role: "desk" | "area-manager" | "contract-manager" | "inspector" | "approver" | "moderator" | "privacy-officer" | "archivist" | "alderman" | "administrator" | "planner" | "crew";
            /** @description Of a planner or crew: which party’s. */
            organisation?: string;
            /** @description In which areas; everywhere where it is absent. */
            areas?: string[];
            /** @description Of an approver: up to which amount, in cents. */
            upToCents?: number;
            /**
             * Format: date-time
             * @description From then on not any more.
             */
            until?: string;
        };
        Invitation: {
            municipality: string;
            address: string;
            /** @enum {string} */
            role: "desk" | "area-manager" | "contract-manager" | "inspector" | "approver" | "moderator" | "privacy-officer" | "archivist" | "alderman" | "administrator" | "planner" | "crew";
            /** Format: date-time */
            expiresAt: string;
        };
        AccountMade: {
            /** Format: uuid */
            account: string;
            isNew: boolean;
        };
        NewAccount: {
            name: string;
            password: string;
        };
        Keys: {
            items: components["schemas"]["Key"][];
            next?: string;
        };
        Key: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "desk" | "administrator" | "integrator" | "party";
            label: string;
            actions?: string[];
            /** Format: date-time */
            createdAt: string;
            createdBy?: string;
            /** Format: date-time */
            expiresAt?: string;
        };
        KeyMade: {
            /** Format: uuid */
            id: string;
            key: string;
        };
        NewKey: {
            /** @enum {string} */
            kind: "desk" | "administrator" | "integrator";
            label: string;
            /** @description All that it is for; absent is all that its kind may. */
            actions?: ("look" | "report" | "join-in" | "follow" | "follow-own" | "subscribe" | "manage-webhooks" | "own-subscriptions" | "send-events" | "see-personal" | "see-work" | "see-steering" | "see-rejects" | "see-deliveries" | "see-channels" | "see-to-deliveries" | "see-rosters" | "see-mail-texts" | "see-remarks" | "see-moved" | "see-needs" | "join-cases" | "serve-reporters" | "reply" | "verify" | "overrule" | "settle" | "release" | "publish" | "answer" | "send-link" | "raise-danger" | "take-over-danger" | "end-danger" | "see-wrongful" | "settle-wrongful" | "answer-wrongful" | "set-rosters" | "state-roles" | "draft-agreements" | "enter-agreements" | "set-mail-texts" | "set-addresses" | "see-roles" | "grant-roles" | "manage-keys" | "see-processing-log" | "open-answer" | "come-in" | "own-account")[];
            /** Format: date-time */
            expiresAt: string;
        };
        KeyEnded: {
            /** Format: uuid */
            id: string;
        };
        Processings: {
            items: components["schemas"]["Processing"][];
            next?: string;
        };
        Processing: {
            trace_id: string;
            span_id: string;
            status: string;
            name: string;
            /** Format: date-time */
            start_time: string;
            /** Format: date-time */
            end_time: string;
            /** @description Which account, key or link saw it. */
            by: string;
            attributes: {
                "dpl.core.processing_activity_id": string;
                "dpl.core.data_subject_id": string;
                "dpl.core.data_subject_id_type": string;
            };
        };
        Areas: {
            items: components["schemas"]["Area"][];
            next?: string;
        };
        Area: {
            id: string;
            /** @enum {string} */
            kind: "municipality" | "district" | "neighbourhood" | "contract-zone" | "management-area" | "switching-area" | "road" | "parcel";
            name: string;
            /** @description Who manages the ground. */
            manager?: string;
            /** @description GeoJSON (RFC 7946); only with `geometry=true`. */
            geometry?: {
                /** @enum {string} */
                type: "Polygon" | "MultiPolygon";
                coordinates: unknown[];
            };
        };
        Assets: {
            items: components["schemas"]["Asset"][];
            next?: string;
        };
        Asset: {
            href: string;
            id: string;
            type: string;
            /** @description The number on it. */
            publicNumber?: string;
            place: {
                lon: number;
                lat: number;
            };
            street?: string;
            /** @description An organisation (eigenaar). */
            owner?: string;
            /** @description An organisation (beheerder). */
            manager?: string;
            /** @description An organisation (onderhouder). */
            maintainer?: string;
            /**
             * Format: date
             * @description The date until which whoever placed it answers for it.
             */
            warrantyUntil?: string;
            /** @description The object that it hangs from. */
            parent?: string;
            /** @description In metres, from the point that was asked. */
            distance?: number;
            /** @description Where its cases are. */
            cases: string;
        };
        FoundPlace: {
            /** @enum {string} */
            kind: "asset" | "street" | "area" | "address";
            /** @description As people read it. */
            label: string;
            place: {
                lon: number;
                lat: number;
            };
            /** @description Of an object or an area. */
            id?: string;
            /** @description Of an object. */
            type?: string;
            /** @enum {string} */
            areaKind?: "municipality" | "district" | "neighbourhood" | "contract-zone" | "management-area" | "switching-area" | "road" | "parcel";
            /** @description The neighbourhood of a street. */
            within?: string;
        };
        Whereabouts: {
            /**
             * @description Where it is, within a sentence; absent where nothing around has a name.
             * @example bij Dorpsstraat, lantaarnpaal 4711
             */
            text?: string;
            street?: string;
            neighbourhood?: string;
            /** @description The nearest with a number on it. */
            asset?: {
                id: string;
                type: string;
                publicNumber?: string;
                /** @description In metres. */
                distance: number;
            };
        };
        Map: {
            /** @description Of the municipality: west, south, east, north in degrees (WGS84). */
            bounds: number[];
            /** @description What is drawn below; empty where there is nothing. */
            base: {
                /** @description Where the installation uses a base map of somebody else: its style. */
                style?: string;
                /** @description Of the tiles of the plain base, where one was imported. */
                zooms?: {
                    from: number;
                    to: number;
                };
                version?: number;
                source?: string;
            };
            /** @description The zoom from which objects stand one by one. */
            assetsFrom: number;
        };
        Categories: {
            items: components["schemas"]["Category"][];
            next?: string;
        };
        Category: {
            id: string;
            parent?: string;
            name: {
                nl: string;
                en: string;
            };
            description: {
                nl: string;
                en: string;
            };
            synonyms: string[];
            /** @description Whether residents may choose it. */
            isReportable: boolean;
            /**
             * @description Of its cases: public; status-only (no place, no object); confidential (its cases are in no answer).
             * @enum {string}
             */
            visibility: "public" | "status-only" | "confidential";
            /** @enum {string} */
            priority: "normal" | "urgent" | "danger";
            assetTypes: string[];
            questions: {
                code: string;
                text: {
                    nl: string;
                    en: string;
                };
                /** @enum {string} */
                datatype: "string" | "number" | "datetime" | "text" | "singlevaluelist" | "multivaluelist";
                /** @default false */
                isRequired: boolean;
                values?: {
                    key: string;
                    name: {
                        nl: string;
                        en: string;
                    };
                }[];
            }[];
        };
        FoundCategories: {
            items: components["schemas"]["FoundCategory"][];
        };
        FoundCategory: {
            id: string;
            name: {
                nl: string;
                en: string;
            };
            description: {
                nl: string;
                en: string;
            };
            /** @enum {string} */
            visibility: "public" | "status-only" | "confidential";
            /** @enum {string} */
            priority: "normal" | "urgent" | "danger";
            /** @description The nodes of the tree above it, the root first. */
            above: {
                id: string;
                name: {
                    nl: string;
                    en: string;
                };
            }[];
        };
        Change: {
            type: string;
            case: string;
            number: string;
            category: string;
            /** @enum {string} */
            status: "open" | "done" | "closed";
            /** Format: date-time */
            at: string;
        };
        /** @description Of `presences`: all windows that are there now. */
        DeskEvent: {
            presences: components["schemas"]["Presence"][];
        };
        Presence: {
            /** @description Its number. */
            case: string;
            /** @description A window, as it called itself. */
            at: string;
            /** @enum {string} */
            doing: "looking" | "editing";
        };
        PresenceGiven: {
            case: string;
            /** @description Drawn by the window for itself; it says nothing of who sits there. */
            at: string;
            /** @enum {string} */
            doing: "looking" | "editing" | "gone";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createSignal: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: {
                /** @description The same key again is the same signal, and does nothing more. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignalGiven"];
                "multipart/form-data": {
                    signal: components["schemas"]["SignalGiven"];
                    photos: string[];
                };
            };
        };
        responses: {
            /** @description It was received before. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalTold"];
                };
            };
            /** @description It is received; what became of it. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalTold"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `category-unknown`: This category does not exist here
             *     - `seen-in-future`: The moment at which it was seen is in the future
             *     - `photo-unreadable`: This is no photo that can be read: send a JPEG, PNG, WebP or AVIF that stands still
             *     - `photo-too-many-pixels`: The photo has more than 32 million pixels: make it smaller
             *     - `photos-too-many`: There are more photos than can be sent at once
             *     - `upload-unreadable`: The multipart/form-data cannot be read
             *     - `upload-too-slow`: The photo took too long to arrive
             *     - `asset-unknown`: No object with this number is known here
             *     - `place-missing`: The place is missing
             *     - `place-not-a-number`: The place is not a number
             *     - `place-at-zero`: The place is 0, 0
             *     - `place-swapped`: Longitude and latitude are swapped
             *     - `place-outside-municipality`: The place is outside this municipality
             *     - `place-outside-netherlands`: The place is outside the Netherlands
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `body-too-large`: The body is larger than is allowed
             *     - `photo-too-large`: The photo is larger than is allowed
             *     - `upload-too-large`: This is more than can be sent at once
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `database-unreachable`: The database cannot be reached now
             *     - `uploads-busy`: Too many photos are coming in; try again in a moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSignal: {
        parameters: {
            query: {
                category: string;
                lon?: number | null;
                lat?: number | null;
                /** @description The radius in metres within which the place can be trusted. */
                accuracy?: number | null;
                /** @description Its number or its id. */
                asset?: string;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known of it. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalPreview"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `category-unknown`: This category does not exist here
             *     - `asset-unknown`: No object with this number is known here
             *     - `place-missing`: The place is missing
             *     - `place-not-a-number`: The place is not a number
             *     - `place-at-zero`: The place is 0, 0
             *     - `place-swapped`: Longitude and latitude are swapped
             *     - `place-outside-municipality`: The place is outside this municipality
             *     - `place-outside-netherlands`: The place is outside the Netherlands
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMeToo: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: {
                /** @description The same key again is the same signal, and does nothing more. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeToo"];
            };
        };
        responses: {
            /** @description It was received before. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalTold"];
                };
            };
            /** @description It is received; what became of it. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalTold"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `case-not-open`: The case is not open: contest it first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCases: {
        parameters: {
            query?: {
                status?: ("open" | "done" | "closed")[];
                /** @description For staff: everybody else is listed faults only. */
                kind?: ("fault" | "question" | "complaint" | "compliment" | "request" | "damage-claim")[];
                category?: string[];
                area?: string;
                asset?: string;
                /** @description For staff: only what waits for the desk. */
                atDesk?: "true";
                openedFrom?: string;
                openedTo?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of cases. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cases"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaseCells: {
        parameters: {
            query?: {
                /** @description Every cell that touches it: west, south, east, north in degrees (WGS84). */
                bbox?: string;
                /** @description An H3 cell: all that lies under it. */
                parent?: string;
                /** @description Of H3. The answer is in larger cells where there would be more than 2000, and in those of 9 where there are more than 10000 cases to count finer. */
                resolution?: number;
                status?: ("open" | "done" | "closed")[];
                category?: string[];
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cells, and the cases themselves where they are few. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseCells"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCaseTile: {
        parameters: {
            query?: {
                /** @description Without it open and done. */
                status?: ("open" | "done" | "closed")[];
                category?: string[];
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: {
                "if-none-match"?: string;
            };
            path: {
                /** @description The zoom. */
                z: number | null;
                /** @description The column, from the west. */
                x: number | null;
                /** @description The row, from the north. */
                y: number | null;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tile. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Changes with what is in the tile. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": string;
                };
            };
            /** @description There is nothing in this tile. */
            204: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Changes with what is in the tile. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The tile is still what it was. */
            304: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Changes with what is in the tile. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCase: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case, as far as it may be seen. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseInFull"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaseDecisions: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decisions, the first first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingDecisions"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaseAssignments: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chain, the first first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Steps"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaseRemarks: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The remarks, the first first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remarks"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createVerification: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Verification"];
            };
        };
        responses: {
            /** @description It is recorded; the case as it is now. By a link, as the reporter may see it. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is, where everybody may see it. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"] | components["schemas"]["Follow"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `case-closed`: The case is closed
             *     - `case-not-done`: Nobody has said yet that the work is done
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createReply: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reply"];
            };
        };
        responses: {
            /** @description It is recorded; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"] | components["schemas"]["Follow"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             *     - `signal-not-found`: The case has no such signal
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `case-closed`: The case is closed
             *     - `no-question`: Nothing was asked, or it was replied to before
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createJoining: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Joining"];
            };
        };
        responses: {
            /** @description They are one; the case that goes on, as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case that goes on is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `same-case`: A case is not joined into itself
             *     - `case-joined`: The case was joined into another already
             *     - `case-not-open`: The case is not open: contest it first
             *     - `case-is-no-fault`: It is no fault: an office answers it, and no party
             *     - `cases-differ`: This is confidential, of the past, or the two are not shown to the same people
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSplit: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Split"];
            };
        };
        responses: {
            /** @description It is split off; the case that was made of it, or opened again. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where that case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             *     - `signal-not-found`: The case has no such signal
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `only-signal`: The case would have no report left
             *     - `case-not-open`: The case is not open: contest it first
             *     - `case-is-no-fault`: It is no fault: an office answers it, and no party
             *     - `case-not-joined`: The case was not joined into this one
             *     - `cases-differ`: This is confidential, of the past, or the two are not shown to the same people
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWithholding: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withholding"];
            };
        };
        responses: {
            /** @description It is kept back; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `nothing-to-release`: This does not wait to be released */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTellings: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who waits longest first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToTells"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTelling: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Telling"];
            };
        };
        responses: {
            /** @description It is recorded; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `nothing-to-tell`: There is nothing to tell, or somebody told it already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaseReporters: {
        parameters: {
            query?: {
                /** @description Whoever needs no contact does not open it: each sight is written down. */
                contacts?: "true";
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One row for each signal, the first first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseReporters"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReporter: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                reporter: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last 100 cases, the newest first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reporter"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `reporter-not-found`: Nobody reported anything under this
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createReporterLookup: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReporterLookup"];
            };
        };
        responses: {
            /** @description What they reported before. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where their thread is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reporter"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `reporter-not-found`: Nobody reported anything under this
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceNamedContact: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                reporter: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NamedContactGiven"];
            };
        };
        responses: {
            /** @description It is noted. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reporter"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `reporter-not-found`: Nobody reported anything under this
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaseHistory: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every fact, the first first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseHistory"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFollows: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One case, or none where the report is gone. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Follows"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createFollow: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowBody"];
            };
        };
        responses: {
            /** @description A link for one day. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowLink"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `follow-unknown`: There is no report with this number and this code
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMailStop: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No mail leaves any more; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Follow"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOverruling: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Overruling"];
            };
        };
        responses: {
            /** @description It is with the other party; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `agreement-unknown`: There is no such agreement in this municipality
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `agreement-not-in-force`: Work cannot be given under this agreement today
             *     - `case-closed`: The case is closed
             *     - `case-not-open`: The case is not open: contest it first
             *     - `case-is-no-fault`: It is no fault: an office answers it, and no party
             *     - `work-has-begun`: The work has begun, and is not taken back
             *     - `case-joined`: The case was joined into another already
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDeskSettlement: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskSettlement"];
            };
        };
        responses: {
            /** @description It is recorded; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `desk-reason-not-present`: The case is not at the desk for this reason
             *     - `assignment-still-held`: An assignment still waits to be let go
             *     - `case-without-owner`: Nobody would have the case: give it to somebody, or close it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createClosure: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Closure"];
            };
        };
        responses: {
            /** @description It is closed; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `case-closed`: The case is closed
             *     - `work-has-begun`: The work has begun, and is not taken back
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDangerRaising: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DangerRaising"];
            };
        };
        responses: {
            /** @description The first contact on duty is being called; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `case-not-open`: The case is not open: contest it first
             *     - `already-dangerous`: It is known to be dangerous
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTakeover: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Takeover"];
            };
        };
        responses: {
            /** @description It is taken over; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-dangerous`: It is not dangerous, or it was made safe
             *     - `already-taken-over`: Somebody has taken over already
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSafetyReport: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SafetyReport"];
            };
        };
        responses: {
            /** @description It is recorded; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-dangerous`: It is not dangerous, or it was made safe */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDangerLowering: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DangerLowering"];
            };
        };
        responses: {
            /** @description It is lowered, and the dates with it; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-dangerous`: It is not dangerous, or it was made safe */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKindCorrection: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KindCorrection"];
            };
        };
        responses: {
            /** @description It is recorded; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `case-not-open`: The case is not open: contest it first
             *     - `case-is-no-fault`: It is no fault: an office answers it, and no party
             *     - `case-reported-again`: More than one reported it, or a thing did: it stays a fault
             *     - `case-joined`: The case was joined into another already
             *     - `make-safe-first`: It is dangerous: make it safe first
             *     - `work-has-begun`: The work has begun, and is not taken back
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPublication: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Publication"];
            };
        };
        responses: {
            /** @description It is released; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             *     - `signal-not-found`: The case has no such signal
             *     - `photo-not-found`: There is no such photo here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-for-the-public`: Of this category nothing that people wrote is shown to everybody
             *     - `words-destroyed`: What was written with this signal was destroyed
             *     - `consent-refused`: Whoever sent this does not want it to be shown to everybody
             *     - `threat-in-words`: Somebody is threatened in these words: they are shown to nobody else
             *     - `personal-data-in-words`: There is something of a person in these words: leave it out, or say that it may stay
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPublicationWithdrawal: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicationWithdrawal"];
            };
        };
        responses: {
            /** @description Nobody outside sees it any more; the case as it is now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the case is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-published`: Nothing of this signal is released */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAssignments: {
        parameters: {
            query?: {
                status?: ("proposed" | "offered" | "accepted" | "planned" | "started" | "done" | "not-ours" | "passed-on" | "nothing-found" | "will-not-be-done" | "withdrawn")[];
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Assignments, of the newest case first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignments"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAssignment: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                assignment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The assignment. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Its revision in quotes: hand it back as If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignment"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `assignment-not-found`: There is no such assignment, or it is not yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRelease: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                assignment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is on its way to the party. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Its revision in quotes. */
                    ETag?: string;
                    /** @description Where the assignment is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignment"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `assignment-not-found`: There is no such assignment, or it is not yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `assignment-not-held`: This assignment does not wait for the desk */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPhoto: {
        parameters: {
            query?: {
                lon?: string;
                lat?: string;
                /** @description What the camera says in the photo itself (place, time, maker) is not kept. */
                takenAt?: string;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: {
                /** @description The same photo again under the same key is one photo. */
                "idempotency-key"?: string;
            };
            path: {
                assignment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
                "image/avif": string;
            };
        };
        responses: {
            /** @description It was kept before, under this Idempotency-Key. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the photo is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description It is kept; name its id in `photos` of an answer. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the photo is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `photo-unreadable`: This is no photo that can be read: send a JPEG, PNG, WebP or AVIF that stands still
             *     - `photo-too-many-pixels`: The photo has more than 32 million pixels: make it smaller
             *     - `upload-too-slow`: The photo took too long to arrive
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `assignment-not-found`: There is no such assignment, or it is not yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `assignment-withdrawn`: This assignment was withdrawn
             *     - `answer-not-allowed`: This answer cannot be given in the status that the assignment has
             *     - `photos-exhausted`: No more photos can be added to this assignment
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `assignment-changed`: The assignment changed since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `body-too-large`: The body is larger than is allowed
             *     - `photo-too-large`: The photo is larger than is allowed
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `database-unreachable`: The database cannot be reached now
             *     - `uploads-busy`: Too many photos are coming in; try again in a moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAnswers: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                assignment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answers, the first first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answers"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `assignment-not-found`: There is no such assignment, or it is not yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAnswer: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: {
                /** @description Required: the ETag of the assignment that is answered. */
                "if-match"?: string;
                /** @description The same key again is the same answer, and does nothing more. */
                "idempotency-key"?: string;
            };
            path: {
                assignment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Answer"];
                "multipart/form-data": {
                    answer: components["schemas"]["Answer"];
                    photos: string[];
                };
            };
        };
        responses: {
            /** @description It was recorded before, under this Idempotency-Key. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description The revision of the assignment now. */
                    ETag?: string;
                    /** @description Where the answers are. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerRecorded"];
                };
            };
            /** @description It is recorded. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description The revision of the assignment now. */
                    ETag?: string;
                    /** @description Where the answers are. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerRecorded"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `name-missing`: Say who answers: `name`
             *     - `until-has-passed`: The day until which it stands still has passed
             *     - `category-unknown`: This category does not exist here
             *     - `facts-unchanged`: Nothing is corrected: name a category, object or place
             *     - `photo-unknown`: This photo was not sent for this assignment, or is gone
             *     - `photo-unreadable`: This is no photo that can be read: send a JPEG, PNG, WebP or AVIF that stands still
             *     - `photo-too-many-pixels`: The photo has more than 32 million pixels: make it smaller
             *     - `photos-too-many`: There are more photos than can be sent at once
             *     - `upload-unreadable`: The multipart/form-data cannot be read
             *     - `upload-too-slow`: The photo took too long to arrive
             *     - `asset-unknown`: No object with this number is known here
             *     - `place-missing`: The place is missing
             *     - `place-not-a-number`: The place is not a number
             *     - `place-at-zero`: The place is 0, 0
             *     - `place-swapped`: Longitude and latitude are swapped
             *     - `place-outside-municipality`: The place is outside this municipality
             *     - `place-outside-netherlands`: The place is outside the Netherlands
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `assignment-not-found`: There is no such assignment, or it is not yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `assignment-withdrawn`: This assignment was withdrawn
             *     - `answer-not-allowed`: This answer cannot be given in the status that the assignment has
             *     - `make-safe-first`: It is dangerous: make it safe first
             *     - `waits-for-another`: Something else has to be done first
             *     - `reason-not-agreed`: The agreement names no such reason for which work may stand still
             *     - `already-suspended`: It stands still already
             *     - `suspension-used-up`: It has stood still for this reason as long as the agreement allows
             *     - `not-suspended`: It does not stand still for a reason of yours
             *     - `question-already-asked`: The reporter was asked something for this case before: that is done once
             *     - `reporter-unreachable`: No reporter of this case can be reached
             *     - `photos-exhausted`: No more photos can be added to this assignment
             *     - `case-closed`: The case is closed
             *     - `idempotency-key-reused`: This Idempotency-Key was used for another answer
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `assignment-changed`: The assignment changed since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `body-too-large`: The body is larger than is allowed
             *     - `photo-too-large`: The photo is larger than is allowed
             *     - `upload-too-large`: This is more than can be sent at once
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `if-match-missing`: Say which revision you answer: If-Match with the ETag of the assignment */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `database-unreachable`: The database cannot be reached now
             *     - `uploads-busy`: Too many photos are coming in; try again in a moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAnswers: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeveralAnswers"];
            };
        };
        responses: {
            /** @description What became of each, in the same order. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswersRecorded"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLink: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                assignment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail is on its way. */
            202: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkMailed"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `assignment-not-found`: There is no such assignment, or it is not yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `link-not-given`: No link is given: the assignment has ended, or its party is not reached by mail */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAnswerLinks: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One link. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerLinks"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPhoto: {
        parameters: {
            query?: {
                size?: "full" | "thumb";
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                photo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The photo. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `photo-not-found`: There is no such photo here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWrongfulReports: {
        parameters: {
            query?: {
                party?: string;
                agreement?: string;
                state?: ("open" | "accepted" | "accepted-by-silence" | "disputed" | "upheld" | "dropped" | "refuted-by-facts" | "decided-owed" | "decided-not-owed")[];
                /** @description Known on this day or later. */
                from?: string;
                /** @description Known before this day. */
                to?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Wrongful reports, the newest first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrongfulReports"] & {
                        sums?: components["schemas"]["WrongfulReportSum"][];
                    };
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWrongfulReport: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                assignment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wrongful report. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrongfulReportInFull"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `wrongful-report-not-found`: There is no such wrongful report, or it is not yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWrongfulSettlement: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: {
                /** @description The same key again is the same step, and does nothing more. */
                "idempotency-key"?: string;
            };
            path: {
                assignment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WrongfulSettlement"];
                "multipart/form-data": {
                    settlement: components["schemas"]["WrongfulSettlement"];
                    photos: string[];
                };
            };
        };
        responses: {
            /** @description It was recorded before, under this Idempotency-Key. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the report is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrongfulReportInFull"];
                };
            };
            /** @description It is recorded. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the report is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrongfulReportInFull"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `photo-unreadable`: This is no photo that can be read: send a JPEG, PNG, WebP or AVIF that stands still
             *     - `photo-too-many-pixels`: The photo has more than 32 million pixels: make it smaller
             *     - `photos-too-many`: There are more photos than can be sent at once
             *     - `upload-unreadable`: The multipart/form-data cannot be read
             *     - `upload-too-slow`: The photo took too long to arrive
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             *     - `wrongful-report-above-amount`: The amount is higher than you may accept
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `wrongful-report-not-found`: There is no such wrongful report, or it is not yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `wrongful-step-not-allowed`: This cannot be done as the wrongful report stands now
             *     - `idempotency-key-reused`: This Idempotency-Key was used for another answer
             *     - `photos-exhausted`: No more photos can be added to this assignment
             *     - `dispute-too-late`: The days in which it could be disputed are over: it stands
             *     - `party-may-still-answer`: The party has time left to answer the dispute
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `body-too-large`: The body is larger than is allowed
             *     - `photo-too-large`: The photo is larger than is allowed
             *     - `upload-too-large`: This is more than can be sent at once
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `database-unreachable`: The database cannot be reached now
             *     - `uploads-busy`: Too many photos are coming in; try again in a moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWrongfulReply: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: {
                /** @description The same key again is the same step, and does nothing more. */
                "idempotency-key"?: string;
            };
            path: {
                assignment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WrongfulReply"];
                "multipart/form-data": {
                    reply: components["schemas"]["WrongfulReply"];
                    photos: string[];
                };
            };
        };
        responses: {
            /** @description It was recorded before, under this Idempotency-Key. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the report is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrongfulReportInFull"];
                };
            };
            /** @description It is recorded. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the report is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrongfulReportInFull"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `photo-unreadable`: This is no photo that can be read: send a JPEG, PNG, WebP or AVIF that stands still
             *     - `photo-too-many-pixels`: The photo has more than 32 million pixels: make it smaller
             *     - `photos-too-many`: There are more photos than can be sent at once
             *     - `upload-unreadable`: The multipart/form-data cannot be read
             *     - `upload-too-slow`: The photo took too long to arrive
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `wrongful-report-not-found`: There is no such wrongful report, or it is not yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `wrongful-step-not-allowed`: This cannot be done as the wrongful report stands now
             *     - `idempotency-key-reused`: This Idempotency-Key was used for another answer
             *     - `photos-exhausted`: No more photos can be added to this assignment
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `body-too-large`: The body is larger than is allowed
             *     - `photo-too-large`: The photo is larger than is allowed
             *     - `upload-too-large`: This is more than can be sent at once
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `database-unreachable`: The database cannot be reached now
             *     - `uploads-busy`: Too many photos are coming in; try again in a moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWrongfulSheet: {
        parameters: {
            query?: {
                party?: string;
                agreement?: string;
                state?: ("open" | "accepted" | "accepted-by-silence" | "disputed" | "upheld" | "dropped" | "refuted-by-facts" | "decided-owed" | "decided-not-owed")[];
                /** @description Known on this day or later. */
                from?: string;
                /** @description Known before this day. */
                to?: string;
                format?: "xlsx" | "csv";
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sheet, as CSV or xlsx. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `period-too-large`: There is too much in this period: ask for a shorter one
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFigures: {
        parameters: {
            query?: {
                /** @description Absent: 30 days before the end. */
                from?: string;
                /** @description Absent: now. */
                to?: string;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Figures"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAreaFigures: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures, of all and of each category. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaFigures"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `area-not-found`: There is no such area here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWorkSheet: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sheet, as xlsx or CSV. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `assignment-not-found`: There is no such assignment, or it is not yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWorkSheet: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: {
                /** @description Who answers, percent-encoded. Required of whoever holds a link. Kept sealed. */
                "answered-by"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of each row. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetTaken"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `name-missing`: Say who answers: `name`
             *     - `sheet-unreadable`: This is no sheet that can be read: send an xlsx, or a CSV
             *     - `sheet-protected`: This sheet has a password, or is of an old kind: save it as xlsx without one
             *     - `sheet-too-slow`: Reading the sheet took too long
             *     - `sheet-without-columns`: The sheet does not name the columns Task, Revision and Answer
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `assignment-not-found`: There is no such assignment, or it is not yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `body-too-large`: The body is larger than is allowed
             *     - `sheet-too-large`: The sheet is larger than is read: at most 1 MB, 1000 rows and 60 columns
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `database-unreachable`: The database cannot be reached now
             *     - `sheets-busy`: Too many sheets are being read; try again in a moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAgreements: {
        parameters: {
            query?: {
                party?: string;
                /** @description As the register was at this moment; absent: as it is now. */
                knownAt?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Agreements in the order of their ids. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreements"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAgreement: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Agreement"];
            };
        };
        responses: {
            /** @description It is the same as the latest version: nothing changed. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where its versions are. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementEntered"];
                };
            };
            /** @description It is a new version and in force from now on. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where its versions are. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementEntered"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `agreement-names-unknown`: The agreement names categories, areas, objects or parties that are not known here
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             *     - `agreement-above-amount`: The agreement has a higher price than your role may agree to
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAgreement: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                agreement: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its versions, the newest first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementVersions"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `agreement-not-found`: There is no such agreement in this municipality
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStatedRoles: {
        parameters: {
            query?: {
                /** @description As the register was at this moment; absent: as it is now. */
                knownAt?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stated roles in the order of their ids. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatedRoles"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createStatedRole: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatedRole"];
            };
        };
        responses: {
            /** @description It is the same as the latest version: nothing changed. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the stated roles are. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatedRoleEntered"];
                };
            };
            /** @description It is a new version and known from now on. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the stated roles are. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatedRoleEntered"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `agreement-names-unknown`: The agreement names categories, areas, objects or parties that are not known here
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCoverage: {
        parameters: {
            query?: {
                /** @description At this moment; absent: now. */
                at?: string;
                category?: string;
                area?: string;
                /** @description As it would be once this draft is in force. */
                draft?: string;
                /** @description Only where something is wrong, or every combination. */
                shows?: "problems" | "all";
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Combinations in the order of category, area and type. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `draft-ends-wrong`: The draft ends an agreement that is not there, or before it starts
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `draft-not-found`: There is no such draft in this municipality
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAgreementDrafts: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Drafts in the order of their ids, also those put in force or dropped. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementDrafts"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAgreementDraft: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementDraft"];
            };
        };
        responses: {
            /** @description It is kept as a draft. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the draft is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementDraftView"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `draft-ends-wrong`: The draft ends an agreement that is not there, or before it starts
             *     - `agreement-names-unknown`: The agreement names categories, areas, objects or parties that are not known here
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `draft-settled`: The draft was put in force or dropped already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAgreementDraft: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementDraftView"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `draft-not-found`: There is no such draft in this municipality
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDraftEntry: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its agreements are entered; each holds from its own first day. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the draft is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementDraftEntries"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `draft-ends-wrong`: The draft ends an agreement that is not there, or before it starts
             *     - `agreement-names-unknown`: The agreement names categories, areas, objects or parties that are not known here
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             *     - `agreement-above-amount`: The agreement has a higher price than your role may agree to
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `draft-not-found`: There is no such draft in this municipality
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `draft-settled`: The draft was put in force or dropped already
             *     - `draft-outdated`: An agreement in the draft was changed since the draft was entered
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDraftDropping: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is dropped. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the draft is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementDraftView"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `draft-not-found`: There is no such draft in this municipality
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `draft-settled`: The draft was put in force or dropped already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAgreementComparison: {
        parameters: {
            query?: {
                /** @description What this draft changes, beside the agreements as they are now. */
                draft?: string;
                /** @description Two versions of this agreement; beside a draft only that agreement of it. */
                agreement?: string;
                /** @description A version; absent: the one before `after`. 0: as if there were none. */
                before?: number | null;
                /** @description A version; absent: the last. */
                after?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each agreement that is different, with its differences as sentences. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementComparison"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `draft-ends-wrong`: The draft ends an agreement that is not there, or before it starts
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `agreement-not-found`: There is no such agreement in this municipality
             *     - `draft-not-found`: There is no such draft in this municipality
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSimulation: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulationAsked"];
            };
        };
        responses: {
            /** @description Lines of JSON: progress, then the result. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": components["schemas"]["SimulationLine"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `draft-ends-wrong`: The draft ends an agreement that is not there, or before it starts
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `draft-not-found`: There is no such draft in this municipality
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `draft-settled`: The draft was put in force or dropped already
             *     - `simulation-running`: Another simulation of this municipality is under way
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDraftDifferences: {
        parameters: {
            query?: {
                /** @description Cases that were routed from this moment on; absent: a year before `to`. */
                from?: string;
                /** @description Absent: until now. */
                to?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cases in the order in which they were routed. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulatedDifferences"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `draft-ends-wrong`: The draft ends an agreement that is not there, or before it starts
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `draft-not-found`: There is no such draft in this municipality
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `draft-settled`: The draft was put in force or dropped already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRouting: {
        parameters: {
            query: {
                category: string;
                lon?: number | null;
                lat?: number | null;
                /** @description The id of an object, or the number on it. */
                asset?: string;
                /** @description For a signal received at this moment; absent: now. Staff only. */
                at?: string;
                /** @description By what was known at this moment: agreements, categories, boundaries, areas and objects; absent: now. Staff only. */
                knownAt?: string;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer of the routing rule. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Routing"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `category-unknown`: This category does not exist here
             *     - `asset-unknown`: No object with this number is known here
             *     - `place-missing`: The place is missing
             *     - `place-not-a-number`: The place is not a number
             *     - `place-at-zero`: The place is 0, 0
             *     - `place-swapped`: Longitude and latitude are swapped
             *     - `place-outside-municipality`: The place is outside this municipality
             *     - `place-outside-netherlands`: The place is outside the Netherlands
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `routing-past-for-staff`: Only staff of the municipality may ask about another moment than now
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMovedCases: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description From the newest to the oldest. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedCases"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeskNeeds: {
        parameters: {
            query?: {
                /** @description Only what waits for one of these. */
                reason?: ("danger-unacknowledged" | "not-ours-limit" | "no-agreement" | "will-not-be-done" | "contested-again" | "delivery-stuck" | "tell-the-party" | "term-broken" | "to-call-back" | "no-address" | "left" | "enforces" | "owner-only" | "confirm" | "to-write" | "term-near" | "paused" | "conflict" | "done-unasked" | "to-release" | "moved")[];
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, and how many wait for each reason. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskNeeds"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaseReplays: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Its number, such as GM0228-26-004711, or its id. */
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One for each decision, the first first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionReplays"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveryAttempts: {
        parameters: {
            query?: {
                organisation?: string;
                assignment?: string;
                message?: string;
                outcome?: ("delivered" | "failed" | "left-to-person" | "waits-for-person")[];
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryAttempts"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readForeignRequest: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                assignment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the party’s own server said last. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForeignRequest"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `foreign-request-not-found`: This task is not with a party that is reached by Open311
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChannels: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of their ids. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channels"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWaitingMessages: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingMessages"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRetry: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                message: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is tried now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingMessage"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `message-not-found`: There is no such message
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `message-not-waiting`: This message does not wait to be tried again */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createConnectionTest: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happened, step by step. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `channel-not-found`: No agreement reaches this organisation by a system
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `tested-just-now`: This connection was tested a moment ago */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDutyRosters: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rosters in the order of their ids, each with its contacts in turn. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyRosters"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDutyRoster: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutyRoster"];
            };
        };
        responses: {
            /** @description It is in force from now on. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the rosters are. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyRosterEntered"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `duty-organisation-unknown`: A contact names an organisation that is no party in this municipality
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTemplates: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every text as it is used now. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Templates"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceTemplate: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Of which step: received, moved, will-not-be-done, closed, done, reopened, asked, handed-over, planned, reserved-received, reserved-changed, subscription-asked, subscription-news. */
                step: string;
                /** @description nl or en. */
                locale: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateBody"];
            };
        };
        responses: {
            /** @description The text as it is used now. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `template-invalid`: This text cannot be used for this mail
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `template-not-found`: There is no such mail, or not in this language
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTemplate: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Of which step: received, moved, will-not-be-done, closed, done, reopened, asked, handed-over, planned, reserved-received, reserved-changed, subscription-asked, subscription-news. */
                step: string;
                /** @description nl or en. */
                locale: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text as it is used now; the same where there was no other. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `template-not-found`: There is no such mail, or not in this language
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTemplatePreview: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                /** @description Of which step: received, moved, will-not-be-done, closed, done, reopened, asked, handed-over, planned, reserved-received, reserved-changed, subscription-asked, subscription-news. */
                step: string;
                /** @description nl or en. */
                locale: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateBody"];
            };
        };
        responses: {
            /** @description Subject and text. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePreview"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `template-invalid`: This text cannot be used for this mail
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `template-not-found`: There is no such mail, or not in this language
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it: at most twenty. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscriptions"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `subscription-not-found`: There is no such subscription, or it has ended
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSubscription: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionAsked"];
            };
        };
        responses: {
            /** @description A confirmation is mailed, where the address may be asked. */
            202: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionTold"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `subscription-about-unknown`: There is nothing here under this name that everybody may follow
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSubscriptionConfirmation: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is confirmed; what is followed now. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscriptions"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `subscription-not-found`: There is no such subscription, or it has ended
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSubscriptionStop: {
        parameters: {
            query?: {
                number?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended; what is still followed. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscriptions"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `subscription-not-found`: There is no such subscription, or it has ended
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them: at most twenty. Secrets are not told. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description It is made; the test event is on its way. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeWebhook"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `webhook-address-refused`: This address cannot be called: it has to be https, without a password, and outside
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `subscription-about-unknown`: There is nothing here under this name that everybody may follow
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `webhooks-exhausted`: This municipality has as many webhooks as it may */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhookResumption: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The test event is on its way. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `webhook-not-found`: There is no such webhook, or it was removed
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `webhook-not-stopped`: This webhook has not stopped */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone, with its secret; what it was. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `webhook-not-found`: There is no such webhook, or it was removed
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMails: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mails"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `mailbox-not-shown`: This installation shows no mails
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMail: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                mail: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `mailbox-not-shown`: This installation shows no mails
             *     - `mail-not-found`: There is no such mail
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createEvents: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: {
                /** @description In binary mode: 1.0. */
                "ce-specversion"?: string;
                "ce-id"?: string;
                "ce-source"?: string;
                "ce-type"?: string;
                "ce-time"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["DeviceEvent"];
                "application/cloudevents-batch+json": components["schemas"]["DeviceEvent"][];
                "application/json": components["schemas"]["DeviceReport"];
            };
        };
        responses: {
            /** @description A result for each event of a batch, or for one that was taken before. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventResults"];
                };
            };
            /** @description The event was taken. */
            202: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventResults"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `event-unreadable`: This cannot be read as CloudEvents
             *     - `event-invalid`: An attribute of the event is missing or wrong
             *     - `event-type-unknown`: Events of this type are not taken here
             *     - `event-data-invalid`: The data of the event are not valid
             *     - `event-asset-unknown`: No object with this id or number is known here
             *     - `event-category-unknown`: This category does not exist here, or things cannot report in it
             *     - `batch-too-large`: There are too many events in this batch
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             *     - `sender-unknown`: No API key of this municipality stands behind the topic of this message
             *     - `source-foreign`: This source belongs to another API key
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRejects: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rejects. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rejects"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listParties: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Parties in the order of their ids. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parties"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKindAddresses: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offices in the order of their kinds. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KindAddresses"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceKindAddress: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                kind: "question" | "complaint" | "compliment" | "request" | "damage-claim";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KindAddressBody"];
            };
        };
        responses: {
            /** @description The office that answers this kind from now on. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KindAddress"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `organisation-unknown`: This organisation has no role in this municipality
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMe: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Of whoever has signed in. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `session-missing`: This needs somebody who has signed in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The one last used first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `session-missing`: This needs somebody who has signed in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSessions: {
        parameters: {
            query?: {
                keep?: "this";
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They have ended. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsEnded"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `session-missing`: This needs somebody who has signed in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsEnded"];
                };
            };
            /** @description - `input-invalid`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `session-missing`: This needs somebody who has signed in
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `session-not-found`: There is no such session of yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Also those that ended, in the order of their ids. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roles"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRole: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRole"];
            };
        };
        responses: {
            /** @description It was given. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the roles are. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGiven"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `role-incomplete`: This role lacks what it needs, or has too much
             *     - `role-period-empty`: This role would end before it begins
             *     - `role-organisation-unknown`: This organisation is no party in this municipality
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `account-not-found`: There is no such account
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `role-deputy-impossible`: Nobody can stand in for this role in this way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRole: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleEnded"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `role-not-found`: There is no such role, or it has ended
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `role-of-last-administrator`: Somebody must remain who is administrator without an end date */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Neither used nor withdrawn, in the order of their ids. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvitations"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitation: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description The mail is on its way. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the invitations are. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `role-incomplete`: This role lacks what it needs, or has too much
             *     - `role-period-empty`: This role would end before it begins
             *     - `role-organisation-unknown`: This organisation is no party in this municipality
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `role-deputy-impossible`: Nobody can stand in for this role in this way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteInvitation: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                invitation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its link works no more; the address is forgotten. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationWithdrawn"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `invitation-not-found`: There is no such invitation that is open
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readInvitation: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can still be used. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `invitation-over`: This invitation was used, or has ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAccount: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Now sign in. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountMade"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `role-incomplete`: This role lacks what it needs, or has too much
             *     - `role-period-empty`: This role would end before it begins
             *     - `role-organisation-unknown`: This organisation is no party in this municipality
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             *     - `link-expired`: This link is no longer valid: ask for a new one
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `invitation-over`: This invitation was used, or has ended
             *     - `sign-in-of-other`: This sign-in belongs to another account
             *     - `role-deputy-impossible`: Nobody can stand in for this role in this way
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those in force, in the order of their ids; what they are is never told. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Keys"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description It works from now on. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Where the keys are. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyMade"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `key-period-wrong`: A key ends in the future, and within two years
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteKey: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It ends within ten seconds. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyEnded"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `key-not-found`: There is no such key, or it has ended
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProcessings: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Only what was about this data subject. */
                subject?: string;
                /** @description Only what this account or key saw, such as account/…. */
                by?: string;
                /** @description Begun at this moment or later. */
                from?: string;
                /** @description Begun before this moment. */
                until?: string;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Processings"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAreas: {
        parameters: {
            query?: {
                kind?: "municipality" | "district" | "neighbourhood" | "contract-zone" | "management-area" | "switching-area" | "road" | "parcel";
                /** @description Only areas that hold this point. */
                lon?: number | null;
                lat?: number | null;
                geometry?: "true" | "false";
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Areas in the order of their ids. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Areas"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAssets: {
        parameters: {
            query?: {
                type?: string;
                /** @description The number on it; case, blanks and the kind of dash are nothing. */
                publicNumber?: string;
                lon?: number | null;
                lat?: number | null;
                /** @description In metres, with lon and lat: the nearest first, on one page. */
                radius?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Objects in the order of their ids, or the nearest first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assets"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAsset: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path: {
                asset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `asset-not-found`: There is no such object in this municipality
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchPlaces: {
        parameters: {
            query: {
                /** @description A street, an area or the number on an object, as people type it. */
                q: string;
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The best first; empty where nothing is like it. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FoundPlace"][];
                    };
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWhereabouts: {
        parameters: {
            query?: {
                lon?: number | null;
                lat?: number | null;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is around it. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Whereabouts"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMap: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its bounds, and what is drawn below. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Map"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAssetTile: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: {
                "if-none-match"?: string;
            };
            path: {
                /** @description The zoom. */
                z: number | null;
                /** @description The column, from the west. */
                x: number | null;
                /** @description The row, from the north. */
                y: number | null;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tile. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Changes with what is in the tile. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": string;
                };
            };
            /** @description There is nothing in this tile. */
            204: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Changes with what is in the tile. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The tile is still what it was. */
            304: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Changes with what is in the tile. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAreaTile: {
        parameters: {
            query?: {
                /** @description Without it all but roads and parcels. */
                kind?: ("municipality" | "district" | "neighbourhood" | "contract-zone" | "management-area" | "switching-area" | "road" | "parcel")[];
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: {
                "if-none-match"?: string;
            };
            path: {
                /** @description The zoom. */
                z: number | null;
                /** @description The column, from the west. */
                x: number | null;
                /** @description The row, from the north. */
                y: number | null;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tile. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Changes with what is in the tile. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": string;
                };
            };
            /** @description There is nothing in this tile. */
            204: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Changes with what is in the tile. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The tile is still what it was. */
            304: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Changes with what is in the tile. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBaseTile: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: {
                "if-none-match"?: string;
            };
            path: {
                /** @description The zoom. */
                z: number | null;
                /** @description The column, from the west. */
                x: number | null;
                /** @description The row, from the north. */
                y: number | null;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tile. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Changes with what is in the tile. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": string;
                };
            };
            /** @description There is nothing in this tile. */
            204: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Changes with what is in the tile. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The tile is still what it was. */
            304: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    /** @description Changes with what is in the tile. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCategories: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description At most so many items. */
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Categories in the order of their ids; `parent` makes the tree. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Categories"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchCategories: {
        parameters: {
            query: {
                /** @description What somebody would say of it, in Dutch or English. */
                q: string;
                limit?: number;
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The categories that fit, the best first. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundCategories"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamChanges: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: {
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events without end; `data` is a Change. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Change"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             *     - `position-unknown`: Last-Event-ID is not a position of this stream
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `key-wrong`: This API key is not known, or has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-allowed`: This API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `database-unreachable`: The database cannot be reached now
             *     - `streams-exhausted`: Too many streams are open; try again later
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamDesk: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events without end. */
            200: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["DeskEvent"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `municipality-unknown`: This municipality is not served here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `database-unreachable`: The database cannot be reached now
             *     - `streams-exhausted`: Too many streams are open; try again later
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPresence: {
        parameters: {
            query?: {
                /** @description Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality. */
                municipality?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceGiven"];
            };
        };
        responses: {
            /** @description The other desks see it. */
            201: {
                headers: {
                    /** @description The version of the API. */
                    "API-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskEvent"];
                };
            };
            /**
             * @description - `input-invalid`: The request is not valid
             *     - `municipality-missing`: Say which municipality: ?municipality=GM0228
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `key-wrong`: This API key is not known, or has ended
             *     - `key-missing`: This needs an API key
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `not-allowed`: This API key may not do this
             *     - `second-factor-needed`: Your role needs a second factor: set it up first
             *     - `cross-site`: This came from another site than our own
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `municipality-unknown`: This municipality is not served here
             *     - `case-not-found`: There is no such case here
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is larger than is allowed */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-exceeded`: Too many requests in a short time */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `fault`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `database-unreachable`: The database cannot be reached now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
