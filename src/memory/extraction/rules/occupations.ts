const jobs = `accountant actor actress actuary analyst anaesthetist animator archaeologist architect archivist artist
  astronomer athlete attorney auditor author baker banker barber barista bartender beautician biologist blacksmith
  bookkeeper botanist bricklayer broker builder butcher caregiver carer caretaker carpenter cashier chef chemist
  civil-servant cleaner coach composer conductor consultant contractor cook copywriter counsellor counselor courier
  craftsman curator dancer dentist designer detective developer dietician dietitian diplomat director dj doctor driver
  ecologist economist editor electrician engineer entrepreneur estimator farmer filmmaker firefighter fisherman florist
  founder freelancer geographer geologist goldsmith hairdresser handyman historian homemaker housewife illustrator
  influencer inspector instructor interpreter investor janitor jeweller jeweler joiner journalist judge lab-technician
  landscaper lawyer lecturer librarian lifeguard linguist locksmith machinist maid manager marketer mathematician
  mechanic meteorologist microbiologist midwife miner model musician nanny neurologist novelist nurse
  nutritionist officer optician optometrist painter paralegal medic paramedic pastor pathologist pediatrician paediatrician
  pharmacist philosopher photographer physician physicist physio physiotherapist pianist pilot plumber podcaster poet
  policeman policewoman politician porter postman potter priest principal producer professor programmer psychiatrist
  psychologist psychotherapist publisher radiologist radiographer realtor receptionist recruiter researcher reporter
  roofer sailor salesman salesperson saleswoman scientist screenwriter sculptor seamstress secretary shopkeeper singer
  sociologist soldier solicitor songwriter statistician steward stewardess streamer student surgeon surveyor sysadmin
  tailor tattooist teacher technician therapist trader trainee trainer translator trucker tutor undergrad undergraduate
  graduate postdoc vet veteran veterinarian violinist waiter waitress watchmaker weaver welder writer youtuber zoologist
  apprentice intern stay-at-home-mom stay-at-home-dad rabbi imam pastor monk nun realtor retiree pensioner sommelier
  dressmaker upholsterer plasterer electronics-engineer gardener hotelier restaurateur cto ceo cfo pm swe sre dev`;
const known = new Set(jobs.split(/\s+/));

/** Whether a noun phrase names what someone does for a living ("freelance illustrator", "data scientist at a bank"). */
export function findOccupation(phrase: string): string | undefined {
  const own =
    phrase.split(
      /,| (?:at|in|for|from|with|who|working|based|specialising|specializing|and|but|of|on|by|near)(?![\p{L}])/iu,
    )[0] ?? '';
  const words = own.trim().toLowerCase().split(/\s+/);
  const head = words.at(-1) ?? '';
  if (words.length > 5) return undefined;
  return known.has(head) || known.has(head.replace(/s$/, '')) ? own.trim() : undefined;
}
