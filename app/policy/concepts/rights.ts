/** What people may ask for, whom they ask, and what comes of it. */
export const RIGHTS = {
  "a right":
    "right, rights, entitle, entitled, may ask|request, can ask|request, you may, you can, could ask, would like, want, wish, if you want|would|wish, ask us|that|for, request, request that, let us know, able to, opportunity to, option to, ask, demand, obtain, dispose of a right, will be told, you will be, call your",
  accessing:
    "access, right to know, know what|which|we, to know, copy of, receive a copy, copy, see _ information|data|we|what, see what, view _ information|data|personal, review _ information|data|personal, inspect, consult, confirm that we, confirmation, information _ we hold, what we|you have|hold|got, information about _ data, right of|to information, right to be informed, be told of, subject access, receive an exported, find out what",
  correcting:
    "correct, correction, rectify, rectified, rectification, update, updated, amend, amended, change, changed, fix, fixed, put right, put _ right, inaccurate, inaccuracies, modify, wrong, mistakes",
  deleting:
    "delete, deleted, deletion, erase, erased, erasure, remove, removed, removal, effacement, be forgotten, forget, gone for good, get rid, destroy, right to be forgotten, de indexed, cancel, cancellation, wiped, wipe",
  "own data":
    "personal, data, information, info, details, about you, it, file, hold, held, record, records, got on you, what we have, inaccurate, account, them",
  restricting:
    "restrict, restricted, restriction, limit _ processing|what|how|use|treatment|the, limitation of, suspend _ processing|use, block _ processing, stop or restrict",
  processing: "process, processing, treatment, use, uses, what we do, it, how we, data, information",
  objecting: "object, objection, oppose, opposition, objecting",
  "in a usable format":
    "portability, portable, port it, port your, to port, transferability, machine readable, structured commonly, structured, commonly used, electronic format, transfer it|them|your|the _ to|data|information, transmit _ to another, another controller|provider|service|company|organization, readable format, new service, usable format, take it with you, computers can read, exported file, export of, transfer of your|data, moved to another, transfer of your personal, technological format",
  "withdrawing consent":
    "withdraw, withdraws, withdrawal, withdrawing, revoke, revoked, revocation, retract, take _ consent back, take it back, take _ back, change your mind, cancel _ consent, consent back, rescind",
  consenting:
    "consent, consents, permission, agreement, agreed, approval, authorization, opt in, opted in, opting in, authorise, changed your mind",
  complaining:
    "complain, complains, complaint, complaints, lodge, lodging, grievance, report _ to, appeal to, contact _ authority, refer _ matter, dissatisfied, unhappy, take the matter, take _ up with, not satisfied, raise _ concern|concerns|issue, recourse, contest",
  "an authority":
    "supervisory|regulatory|protection|competent|privacy|control|local|national|relevant|data|oversight authority|authorities|regulator|agency|commissioner|body, information commissioner, privacy commissioner, data protection commission|commissioner|authority|authorities|agency|regulator, state commissioner, ico, cnil, dpc, garante, aepd, edpb, bfdi, fdpic, oaic, attorney general, commission d'accès, commission d accès, commission nationale, autoriteit persoonsgegevens, uodo, datatilsynet, imy, regulator, california privacy protection agency, member state, art <number> gdpr, article <number> gdpr, data protection board, commissioner",
  "an authority by name":
    "information commissioner, ico, cnil, data protection commission, dpc, garante, aepd, agencia española, bfdi, fdpic, edöb, oaic, privacy commissioner, commission d'accès, commission d accès, commission nationale, autoriteit persoonsgegevens, uodo, datatilsynet, imy, state commissioner, landesbeauftragte, landesbeauftragter, datenschutzbehörde, berliner beauftragte, privacy protection agency, attorney general, office of the _ commissioner, anpd, pdpc, federal data protection, australian information, unabhängiges landeszentrum, bayerisches landesamt",
  "complaining to an authority": "supervisory authority, complaint with, complaint to, complain to",
  "a privacy officer":
    "data protection|privacy|compliance|information officer|lead|manager|delegate|coordinator|contact|team|representative, data protection officer, dpo, delegate for data, chief privacy, privacy compliance, person in charge, person responsible for _ protection|privacy, officer, person who handles privacy, charge of privacy|the protection, responsible for data protection, privacy officer",
  "a representative":
    "representative in _ eu|uk|european|union|united, eu representative, uk representative, european representative, gdpr representative, article|art 27, our|the representative, authorized|authorised representative in, representative _ pursuant|under|within|for, appointed __ representative, union representative, prighter, gdpr rep, rep in",
  "exercising rights":
    "exercise, exercised, exercising, make|submit|send|file|address|lodge|place _ request|requests, to do so, for this, these rights, any of these|the|your, rights described, use this right, such rights, subject access request, requests to, upon|on _ request, written request, if you would like to _ access|exercise|correct|delete|make, if you want|wish, want to know, ask us for|to, ask for your, just message, contact us to request, to update|correct|delete|access|review, request can|may|should be _ submit|send|sent|make|made|address",
  "a way to ask":
    "contact us, contact, email, <email>, <phone>, call, write, writing, by mail|letter|post|phone, request form, contact information, telephone, telephoning, toll free, message us, drop _ line, shoot us, letter, our dpo, privacy officer, person in charge, reach us|her|him|them|out, log in to, using the details, where indicated, address requests, details below|above, write to",
  "a place to ask": "page, portal, link, form, account",
  "checking identity":
    "verify|verifying|verification|confirm|confirming|authenticate _ identity|who|request|requests|requestor, verify you|your request|your requests|that you, identity verification, verifiable, proof of _ identity|who|id|you, identity, prove your|who, make sure it is you, sure that it is you, match _ facts|data|information|points, who you are, identity proof, identification document, photo id, copy of _ id|passport|identification, that it is you, really you",
  "answering in time":
    "within _ <number>|one|thirty|forty|two|a|month|days|time|reasonable, inside a month, respond|reply|replies|answer|acknowledge|act _ within|in|soon, <number> days extendable, couple of weeks, without undue delay, within the time|period|legal|deadline, in the time, as soon as _ possible|can, response __ within, in <number>|one|two|three days|day|business|month, <number>|forty|thirty day|days|business|calendar|working, one month, promptly, timely",
  responding:
    "respond, response, reply, answer, answers, request, requests, act on, acknowledge, hear back, hear from, have our answer, response will issue, handle your, finish, comply with your, extendable, get back to you, give us, treat your request",
  "an agent":
    "authorized|authorised|designated|appointed agent|agents, authorized|authorised representative|person|someone to, agent _ behalf, agent may|can|to|must, someone _ authorize|authorise, on your behalf, power of attorney, someone else to",
  "agent's requests": "request, requests, behalf, submit, make, exercise, ask for you, appoint, designate, ask",
  appealing: "appeal, appeals, appealing, reconsider, reconsideration",
  "treating all alike":
    "discriminate, discrimination, discriminatory, retaliate, retaliation, treat _ differently, treated differently, treat you worse, penalize, penalise, different price|prices, deny you, not deny, lesser service",
  "a US state":
    "california, californian, californians, ccpa, cpra, colorado, connecticut, virginia, utah, texas, oregon, montana, delaware, iowa, nebraska, new hampshire, new jersey, tennessee, minnesota, maryland, indiana, kentucky, rhode island, nevada, vcdpa, state privacy law|laws|act|acts|rights, your state, us state|states, u s state, certain states, us residents, state law, other states, united states residents",
  "rights of residents":
    "right, rights, resident, residents, may request|ask, consumer, consumers, entitled, can request, privacy act, applies solely, notice for, if you live, if you are a",
  "where you live":
    "depending on where, where you live|reside, depending on your|the _ location|residence|jurisdiction|country|state|region, depending on applicable, in certain|some jurisdictions|regions|states|countries, depending on the law, location you live, applicable law|laws where",
  "automated decision":
    "automated decision|decisions|individual|means|processing|treatment|making, automatic decision|decisions, automated, profiling, decision|decisions __ automated|automatic|computer|algorithm|solely|software|machine|automatically, computer alone, scoring, scored for|by, algorithm|algorithms, solely automated, adm, mathematical statistical, by automated means, person reviews the decision, human review|intervention, significant decision|decisions",
  "a decision": "decision, decisions, profiling, scoring, score, scored",
  children:
    "child, children, minor, minors, under the age, age of majority, under <number>|thirteen|sixteen|eighteen, under <number>s, below <number>|eighteen|sixteen|thirteen, younger than, persons under, over <number>s, adults, parent, parental, guardian, legal age, years of age, years old, anyone under, <number> years _ age, kids, little ones, grown up, <number>s only, teenager, teens, <number> or older|over|above, must be <number>, at least <number>, over the age, <number> years or, adult",
  parents:
    "parent, parents, parental, guardian, guardians, mother or father, your child, child has provided, your children",
  "in case of a breach":
    "breach, breaches, data breach|incident, security incident, confidentiality incident, violation of data, incident, leak, leaks, compromised, leaked",
  telling: "notify, notified, notice, notification, inform, informed, tell, let you know, alert, report, advise, warn",
} as const;
