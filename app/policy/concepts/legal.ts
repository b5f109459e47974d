/** Legal grounds, changes of the policy, dates, and what the store says about itself and its own policy. */
export const LEGAL = {
  "a legal basis":
    "legal|lawful basis|bases|ground|grounds|base, on the basis of _ art|article|consent|contract|our|legitimate|your, art 6, article 6, lit a|b|c|f, 6 1 a|b|c|f, performance of _ contract, execution of the contract, perform _ contract, fulfil|fulfill _ contract|contracts _ with|we, to fulfil contracts, necessary for _ contract|performance, contractual necessity, rely on _ consent|following|legitimate|the, basis is, based on _ consent|legitimate|contract|art, ask for your consent, make a contract with you, legitimate|justified|lawful interest|interests, under article 6",
  "a basis is needed":
    "basis, bases, legal, lawful, art, article, legitimate, justified, consent, rely, contract with you, contracts, execution of the contract, process your information, ground, gdpr, performance of",
  "legitimate interest":
    "legitimate|justified|lawful|overriding|predominant|berechtigt _ interest|interests, legitimate interest|interests, legitimate business, legitimate commercial",
  "what the interest is":
    "interest|interests in|to|of|is|such|namely|including|like|e, interest|interests _ in|to _ improve|improving|offer|offering|provide|providing|secure|security|protect|protecting|prevent|preventing|running|run|operate|operation|promoting|promote|marketing|answer|answering|responding|respond|resolving|understand|analyze|analysing|grow|growing|keep|keeping|defend|the|our|a|efficient|economic|smooth|direct|deal|processing|network, interest helping|protecting|preventing|improving|website|security|fraud|marketing|running|keeping|understanding, interest __ helping|protecting|preventing|preserving, recognized _ interest",
  "interests unspecific":
    "not override|overridden|outweigh, listed above, following lawful, described above, interests which, legitimate interests and, interests pursued, unless, business interests listed",

  "may change":
    "update, updated, updates, change, changes, changed, modify, modified, modification, amend, amended, amendment, revise, revised, revision, reserve the right, new one, replaced, alter, adjust, adapted",
  "being changed":
    "may, might, will, can, could, from time to time, reserve, right to, when, if, any time|moment, take effect, effective, post, posted, posting, periodically, sometimes, occasionally, appear|appears, notice, discretion, necessary, published, publication, as its practices, as our, we review, indicated",
  "told by posting":
    "post, posted, posting, publish, published, publication, appear, appears, put _ here|up, here, notify, notice on, notice appears, notify you, inform you, informed, email you, by email, e mail you, date above|up|at|the, new date, last updated date, revised date, updating|update the _ date|effective|last, revised effective, check|review _ page|policy|periodically|back, hear from us, prominent notice, home page, announce, indicated by, with its date, on this page",

  "privacy matters":
    "privacy|data|information|trust|confidentiality|details|confidence _ important|matter|matters|seriously|priority|respect|respects|valued|essential|paramount|utmost|world, important to us, priority, top priority, take|takes|taking __ privacy|data|protection|security|you _ serious|seriously, committed|commitment|commit to, respect|respects _ privacy|your|you|the, respect of the private, respect for _ privacy, with respect, value|values your|you _ privacy|trust|data, care|cares about|deeply, we care, protecting your privacy|data|personal|what our, attentive to, dedicated to, your trust|privacy means|is, trust you|means, great importance, attach|attaches _ importance, we understand how important, pledge, promise, endeavour, strive, privacy first, believe in your privacy, seriously, your privacy _ our|is, entrust to us, safeguarding the|your privacy, proud",
  privacy:
    "privacy, private, personal, data, information, trust, confidence, confidentiality, details, protection, entrust, treat, customer, you",

  "effective from":
    "effective, effective date|as|from|since, last updated|modified|revised|changed|reviewed|edited|touched|update|amended, updated on|as|last, updated, revised, version, in force, comes into force, date of last, valid from, as of, stand, status, dated, freshened up, recently reviewed|updated, policy date, applies from, date, last update, last amended, reviewed on, effective on, took effect, takes effect",
  "a date":
    "<date>, january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec <number>, <number> th|st|nd|rd? of? january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|oct|nov|dec, <date>",

  "must be given":
    "mandatory, obligatory, required field|fields|to, obliged to provide|give, obligated, voluntary, optional, must provide|give|have, need _ information|details|name|this|to|it, not obliged, do not have to, without __ cannot|can not|unable|not|no, if you __ not provide|give|supply, fail|failure to provide, not providing|provide, not able to|unable, cannot|can not _ complete|send|process|provide|accept|treated|conclude|fulfil|deliver, statutory or contractual, contractual requirement, contractually obliged|required, choose not to provide, decline to provide, withhold, failing this, be treated, no contract can, no longer _ able to complete, provision of",
  "what if not given":
    "cannot, can not, unable, not able, no consequences, not be able, not obliged, do not have to, optional, voluntary, requirement, impossible, without it|them|the|these|this, failing, no longer be able, neither legally, mandatory, obligatory, may not",

  "consent first":
    "with|without|after|until|unless|once|only|before|by|through|obtain|obtained|get|request|ask|asked|give|given|gave|need|require|requires|required|subject _ your|you|prior|explicit|express|user|the|their|for _ consent|permission|agreement|agreed|agree|approval|consented|accepted|accept|allow|yes, consent, consented, your agreement, after you _ agreed|accepted|consented, you _ accepted|accept|agreed|consented|activate, opted in, said yes, wait|waits for your yes, for your yes, opt in, opted in, if you allow|agree|accept|consent, permission, only set if, unless you accept|agree|consent, with consent, ask first, you may consent, tdddg, ttdsg",
  "tracking or advertising":
    "cookie, cookies, analytics, statistic, statistics, tracking, track, advertising, ads, advertisement, pixel, google analytics, marketing cookies, personalised, personalized, behavioral, behavioural, targeted, tools, technologies, non essential, not technically, count visits, visits, technically necessary, strictly necessary, everything else, the rest, all others, tracker, data, behavioral, measurement, cookie banner",
  "consent by use":
    "by using|visiting|accessing|browsing|continuing|shopping|ordering|placing|submitting|providing|purchasing __ you __ consent|agree|accept|accepting|assent|acknowledge and agree, by using __ agree|consent|accept, by accessing __ agree|consent|assent|accept, continued use __ acceptance|consent|agreement|constitutes|agree, use of __ constitutes|signifies|implies|means _ consent|acceptance|agreement|acknowledgement|your, imply|implies|implied that you consent|you, you consent to our, you hereby consent, deemed _ consented|accepted|consent, signify _ assent, you agree to _ collection|this|the|our|terms|practices|policy, using _ site|website|service __ you consent|agree|accept, if you do not agree __ discontinue|do not use|not use|leave, we imply|assume",

  "US categories":
    "identifiers, commercial information, internet activity, internet or _ network|electronic|similar, network activity, electronic network, geolocation data, inferences, biometric information, professional or employment, audio electronic visual, protected classification|characteristics, customer records, 1798 140, category of personal, categories of personal information, categories collected",
  "US categories in use":
    "commercial information, internet activity, network activity, electronic network, inferences drawn, inferences about, customer records, protected classification",
  inferences: "inferences, identifiers, geolocation",
  categories: "category, categories",
  "a ground":
    "contract, consent, legitimate interest|interests, legal obligation|obligations, justified interest, vital interest|interests",
  "the word basis": "legal|lawful basis|bases|ground|grounds, on what basis, basis, on what ground",
  "dead law":
    "privacy shield, safe harbor|harbour, directive 95, 95 46, data protection act 1998, ec consumers odr, consumers odr, online dispute resolution, odr platform, dispute resolution platform",
  anonymous: "anonymous, anonymously, cannot identify you, does not identify you, not identify you",
  "made anonymous": "anonymized",
  depending: "depend, factor",
  "an identifier": "identifier, unique id, id, number, cookie id, token, device id",
} as const;
