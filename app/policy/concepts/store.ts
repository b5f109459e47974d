/** What a store does with data: purposes, marketing, orders, its name and where to find it. */
export const STORE = {
  "the policy": "policy, notice, statement, page, charter, declaration, code, document, terms",
  "this policy":
    "this|our|these|present|following _ policy|notice|statement|charter|declaration|document|code, the _ policy|charter|declaration, this page, privacy policy|notice|statement|page|charter|declaration|code|practice|practices|bit, data protection declaration|statement|notice|policy|information, following pages, in what follows, below is, this page|article",
  "telling about":
    "describe, explain, set out, sets out, tell, inform, cover, outline, govern, apply, applies, detail, let you know, say, says, how we, how __ collect|collected|use|used|handle|handled|process|treat|treated|gather|gathered|look, what we do|learn|know, everything we, how and why, in which way, way in which, deal with, handling, adopt, disclose _ practice, find out|know|see what data|information|details, what data|information we",
  "visiting or buying":
    "visit, visits, visitor, visitors, use|uses|using _ site|website|service|store|shop|platform, browse, navigate|navigation, buy, buys, purchase, purchases, order, orders, shop, shoppers, access, through|on|by _ site|website|store|shop|domain, interact, gathered through|by, when you|people, your use, users of, customers, website, site, services",
  "what happens to data":
    "collect, collects, use, uses, share, shared, disclose, gather, process, handle, protect, treat, look after, personal information|data|details, learn about you, do with _ details|information|data, privacy, our practices, details you leave, your info|information|data",

  "carrying out orders":
    "process|fulfil|fulfill|complete|carry|handle|administer|execute|perform|ship|deliver|prepare|facilitate|pack|send|dispatch|finalize|conclude|fulfilment|fulfillment|handling|execution|supply|manage|management of? _ order|purchase|payment|transaction|goods|parcel|merchandise|delivery|return|refund|invoice|sale, process|fulfil|fulfill|ship|deliver|supply|send _ product|item, send _ order confirmation|invoice|receipt, order|purchase|payment processing|fulfillment|fulfilment|handling, fulfil|fulfill our|the|a|any contract, take|charge|collect|accept|process|settle payment|your|the? card|payment, delivery|shipping|shipment|dispatch of your|the|goods|our, deliver|ship your|the|it|them|goods|what you, arrange|arranging|organize for? shipping|delivery|shipment, invoice and|or, provide _ invoice, order confirmation, order packed, complete the sale|your, sell and ship, return and|or|exchange, honor return, process return|refund, for billing, bill you, conclude _ order|contract|purchase, perform _ contract|order, fulfil _ contract, provide|supply you? with? _ product|goods, deliver|execute|perform _ order, checkout, performance of _ contract, bring _ parcel|order|goods|package, issue|send|create _ invoice, post|mail _ parcel|order, pack _ order|parcel",
  "talking with people":
    "communicate|communicating|communication with|to you|customer|buyer|user, contact you|customers, in contact with, keep|keeping in contact|touch, respond|responding|reply|replying|answer|answering|answers to|you|your|inquiries|enquiries|question|questions|request|requests, reply to, dealing|deal with _ enquiry|inquiry|request|query, answer you|your, customer|user support|service|care|assistance, order update|status, shipping update|confirmation|notification, service|account|order _ notice|notices|notification|notifications|message|messages|email|emails, notify you, send|sending you|user _ update|updates|notification|notifications|information about _ order|account, keep you informed|updated|up, inform you about|of _ order|delivery|purchase|shipment|account, email|text|call you _ about|when|if, let you know where, after sales, provide _ support|assistance, handle|handling _ inquiries|enquiries|complaints|requests, information about your account|order, text or email you, offer support|assistance, responsive to you, support you, help you|customers _ when|question|with, queries, back order, email|text|call|write|message|reach you _ about|when|if|to|with|regarding, administrative information|message|email, reach you if, confirm your order, let you know when|about _ order|it",
  fraud:
    "fraud, fraudulent, defraud, defrauded, risk or|and fraud, potential|possible risk, screen _ order|orders|for|transaction, stolen card|cards, dodgy, chargeback, misuse, abuse, unlawful use|activity|conduct|purpose, illegal activity|activities|use, malicious, unauthorized|unauthorised transaction|use|purchase, suspicious, scam, scams, creep, payment default, identity theft, money laundering, criminal activity, guard against, cyber attack|attacks, prevent crime, error and fraud, bots, spam bots",
  security:
    "security, secure, safety, safe, protect our|the _ site|website|shop|system|network|business|service, network security, attack, attacks, integrity, unlawful, intrusion, hack|hackers",
  "the store's marketing":
    "newsletter, newsletters, bulletin, promotional, promotion, promotions, marketing, special offer|offers|deal|deals, offer|offers, discount|discounts, sales, drops, catalog|catalogs|catalogue, advertising, direct mail|advertising|marketing, flyers, coupon|coupons, new product|products|arrival|arrivals|collection|collections|scent|scents|features, other updates, information or advertising, advertising relating, mailing list, subscribe, subscribed, campaign|campaigns, loyalty program, advertise, adverts, advertisements, ad, ads",
  advertising:
    "advertising, advertisement, ad, advert, ads, advertise, advertisements, adverts, retargeting, remarketing, advertiser",
  improving:
    "improve, improving, improvement, optimize, optimise, enhance, enhancing, better, refine, develop new|our|products|services|and, develop, development, fix, broken, personalize, tailor _ site|website|experience|service|content, customize, make _ better|easier|good, less annoying, lay out",
  measuring:
    "analytics, analysis, analyze, analyse, statistic|statistics|statistical, measure, measuring, evaluate, assess, judge, research, understand how|which|what _ you|customer|visitor|people|user|shopper|our, understand visitor|customer|user|our|usage, know how __ use|uses|used, learn which|what|how, see which|what|how __ people|sells|sell|like|work|use, monitor _ usage|use|traffic|performance|trend, usage trend|trends|pattern, trends, identify usage, a b test|tests|testing, success of, track _ performance|effectiveness|traffic, review traffic, marketing effectiveness, testing, what sells, products do well",
  "the site or products":
    "site, website, store, shop, service, services, product, products, offering, offer, content, experience, platform, page, pages, app, business, range, campaign, campaigns, marketing, functionality, people like, web, feature, function, tool",
  unsubscribing:
    "unsubscribe, unsubscribing, opt out of _ marketing|email|emails|receiving|promotional|communications|messages|newsletter|newsletters|mailing|mailings|text|texts|sms|our, opt out from _ marketing|email|emails|promotional, opt out __ emails|messages|newsletter|marketing communications, stop __ emails|mailings|messages|marketing, reply stop, text stop, off the list, off our list, leave the list|our, no longer wish to receive|hear, stop receiving|sending, removed from _ mailing|list, prefer not to receive, opt out link, cancel _ subscription|newsletter, off _ list|mailing",
  "about changes":
    "change|changes|update|updates|amendment|amendments|modification|modifications|revision|revisions, changes to, page changes, could this page change",
  preferences:
    "preference, preferences, based on your, interests, interest, choose, chosen, signed up, subscribe, permission, asked for, want, consent, opted in, opt in, agree, if such",

  "turning to the store":
    "contact us|me, contact, email us|me, write to|us, reach us|her|him|out, call us, get in touch, drop us|a line, shoot us, message us, send us|an, inquiries, enquiries, question, questions, comment, comments, complaint, complaints, more information, further information, any queries, ask us, joined at, responsible, controller, contacting us, address requests",
  questions:
    "question, questions, inquiries, enquiries, queries, more information, further information, complaint, complaints, complain, concern, concerns, comment, comments, curious, get in touch, contact us, reach us, email us|me, write to us|me, write to, reach her|him|them, contacting us, drop us|a, feedback, shoot us, e mail us, joined at, contact information, contact details, please contact, should you have",
  "an e-mail address given": "<email>",
  "by e-mail":
    "<email>, by email, via email, e mail at, email at, email us|me, through email, using email, send an email, an email to, emailing us|me, our email, at email, send _ email, drop|send|shoot us __ email, email with",
  "a contact form":
    "contact form|forms, request form, online form, web form, webform, enquiry form, inquiry form, form on _ site|website|page, fill _ form, use _ form, contact page, contact us page, privacy request form, submit _ form, the form",
  "the controller":
    "data controller, controller, responsible|person|party|body for _ processing|treatment|data|collection, person responsible, responsible person|party|body|for the treatment|for the data|entity, responsible for _ personal|your|the|data, responsible for the processing, operated by, owned by, owner of, run by, operates this|the, is responsible for, the responsible for",
  languages:
    "version française, french version, german version, english version, available in _ english|french|german|spanish|italian, translated into, translation, language version|versions, deutsche version, en français, auf deutsch, in the following languages, other languages, versions say, both versions",
} as const;
