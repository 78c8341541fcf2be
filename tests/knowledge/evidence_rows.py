"""The rows of the evidence tables, section by section, and those that deliberately have no entry."""


def _ids(text):
    return tuple(text.split())


CONDITION = _ids("""
nlc-definition age nerve-origin sleep-wake-transition dreaming muscular-build natural-course
""")

FACTORS = _ids("""
overexertion inactivity prolonged-sitting prolonged-standing concrete-floor leg-posture flat-feet
footwear dehydration sweat-loss-marathon low-magnesium low-potassium low-calcium low-sodium
electrolytes-general diabetes neuropathy parkinsons hypoglycaemia anaemia-iron hypothyroidism
dialysis pregnancy liver-cirrhosis lumbar-stenosis radiculopathy pad varicose-veins als-mnd alcohol
sleep-apnoea bmi-smoking season-summer cold-feet
""")

MEDICINES_THAT_MAY_PROVOKE = _ids("""
diuretic-potassium-sparing diuretic-thiazide diuretic-loop diuretic-any statin laba-inhaler
oral-beta-agonist teriparatide raloxifene conjugated-oestrogens iv-iron naproxen nifedipine
amlodipine cilnidipine pregabalin ssri other-reported sedative-withdrawal
""")

DURING_A_CRAMP = _ids("""
stretch-acute walk-acute elevate-after massage heat-acute ice-massage pickle-juice painkillers
""")

PREVENTION = _ids("""
stretch-calf-hamstring stretch-calf-only stretch-summary exhaust-stretch-reflex exercise-bike
aerobic-exercise heating-pad loose-bedding night-splint compression hydration quit-alcohol-trial
""")

SUPPLEMENTS = _ids("""
magnesium magnesium-oxide-2017 magnesium-momh-2021 magnesium-iv magnesium-pregnancy
magnesium-onset-claim calcium potassium-supplement sodium-supplement vitamin-b-complex vitamin-b12
vitamin-e vitamin-k2 zinc-taurine-carnitine
""")

MEDICINES_AGAINST_CRAMPS = _ids("""
quinine quinine-published-bias quinine-safety quinine-mortality quinine-uk-use tonic-water verapamil
diltiazem diphenhydramine meprobamate carisoprodol ghb gabapentin orphenadrine naftidrofuryl
baclofen-albumin
""")

LOOK_ALIKES = _ids("""
restless-legs plmd claudication neuropathic-pain dystonia myalgia-myopathy dvt nocturnal-myoclonus
""")

WARNINGS = _ids("""
pe acute-limb-ischaemia cauda-equina stroke-like rhabdomyolysis tetany-low-calcium heat-illness
tetanus toxin dvt cramp-over-10-min compartment infection quinine-reaction severe-fluid-loss hypo
pregnancy-swelling pregnancy-cramps dialysis mnd twitching-only spread bilateral-weakness
pad-claudication clti diabetic-foot lumbar-stenosis new-medicine numbness-or-swelling
sleep-disturbed frequent-unrelieved sudden-change alcohol liver-kidney-thyroid child falls mood
""")

DIFFERENTIAL = _ids("""
restless-legs plmd hypnic-jerk claudication rest-ischaemia spinal-stenosis radiculopathy neuropathy
myalgia myopathy dystonia spasticity dvt muscle-tear bakers-cyst venous-ache compartment-exertional
tetany mnd cramp-fasciculation
""")

TRIALS = _ids("""
suspected-triggers
""")

# Statements of the source page that are unsafe or out of date: each entry says what is wrong with them.
TO_CORRECT = _ids("""
quinine ghb meprobamate verapamil diphenhydramine potassium-supplement sodium-supplement
electrolytes-general magnesium-onset-claim muscular-build dreaming exhaust-stretch-reflex
dehydration sleep-wake-transition
""")

EXCLUDED = {
    "cilnidipine": "no evidence was found either way; kept out until a source is found",
}

ALL = (
    *CONDITION,
    *FACTORS,
    *MEDICINES_THAT_MAY_PROVOKE,
    *DURING_A_CRAMP,
    *PREVENTION,
    *SUPPLEMENTS,
    *MEDICINES_AGAINST_CRAMPS,
    *LOOK_ALIKES,
    *(f"warnings.{row}" for row in WARNINGS),
    *(f"differential.{row}" for row in DIFFERENTIAL),
    *(f"trials.{row}" for row in TRIALS),
)
