import type { DangerRules } from './danger-rules.js';

const CLOSE = String.raw`(?:marido|mulher|esposo|esposa|namorad[oa]|companheir[oa]|ex|pai|mae|padrasto|madrasta|irma[o]?|tio|tia|primo|avo|professor|treinador|patrao|chefe|filho|vizinho)`;
const WHO = String.raw`(?:el[ea]|o meu (?:\w+ )?${CLOSE}|a minha (?:\w+ )?${CLOSE}|meu (?:\w+ )?${CLOSE}|minha (?:\w+ )?${CLOSE}|alguem|um (?:homem|cara|tipo|desconhecido))`;
const WANT = String.raw`(?:quero|queria|vou|quer|vai|penso em|pensando em|pensei em|pretendo|preciso|vontade de|tentei|tento|tenho vontade de|prefiro|preferia|gostaria de)`;
const WEAPON = String.raw`(?:faca|arma|pistola|revolver|espingarda|machado|bomba)`;

/** Portuguese, of Brazil and of Portugal. */
export const DANGER_PORTUGUESE: DangerRules = {
  idioms: [
    String.raw`(?:morr(?:i|o|endo|er|ia|endo)|mort[oa]s?) (?:de|com) (?:rir|fome|sono|sede|calor|frio|saudades?|vontade|vergonha|medo|rir|tanto rir|cansaco|amor|preguica|inveja)|morri (?:com isso|kkk+|rs)|matar (?:a|as|o|um) (?:saudades?|fome|sede|tempo|aula|aulas|curiosidade|barata\w*|mosquito\w*)|esquadrao suicida|suicidio politico|quase (?:tive|morri|infartei)`,
    String.raw`(?:me )?cortei (?:o cabelo|as unhas|um|uma|fazendo|cozinhando|a luz)`,
  ],
  rules: {
    'self-harm': [
      [
        0.7,
        String.raw`(?:quero|queria|gostaria de) (?:so )?(?:sumir|desaparecer|que tudo (?:acabe|pare)|que a dor (?:acabe|pare)|parar de (?:sofrer|existir))(?= *$|[.,!;])|sou (?:so )?um (?:peso|fardo)(?: para| pra)?|(?:seria|era) melhor (?:se eu (?:morresse|nao existisse)|eu morrer|estar mort[oa])|(?:mundo|todos|todo mundo|vida)(?: \w+){0,3} melhor sem mim`,
      ],
      [
        0.35,
        String.raw`(?:me sinto|sinto-me|estou) (?:\w+ )?(?:inutil|vazi[oa]|sem esperanca|desesperad[oa]|pres[oa])|me odeio|odeio (?:a minha|minha) vida|ninguem (?:me ama|gosta de mim|se importa)|sem esperanca`,
      ],
      [0.35, String.raw`nao (?:aguento|suporto|consigo) mais|sem saida|nada faz sentido|nao tenho futuro`],
      [
        0.95,
        String.raw`${WANT} (?:\w+ )?(?:morrer|me matar|matar-me|se matar|suicidar\w*|me suicidar|me enforcar|enforcar-me|tirar a (?:minha )?(?:propria )?vida|acabar com (?:a minha|minha|tudo|a vida)|sumir (?:para|pra) sempre|desaparecer para sempre|estar mort[oa])(?! (?:de|com))|me mat(?:ar|o)(?! de)|vou-me matar`,
      ],
      [
        0.9,
        String.raw`suicidar\w*|suicidas?|(?:penso|pensar|pensando|tentativa|cometer|tentei)(?: \w+)? suicidio|tirar (?:a )?(?:minha )?(?:propria )?vida|carta de despedida|(?:dar|por|colocar) (?:um )?fim (?:a|na|em) (?:minha )?vida`,
      ],
      [
        0.9,
        String.raw`nao (?:quero|aguento|consigo|tenho vontade de|suporto|desejo)(?: \w+)? (?:mais )?(?:viver|existir|acordar|estar (?:viv[oa]|aqui)|continuar (?:viv\w+|a viver)|seguir vivendo|essa vida|esta vida|a vida)(?! (?:aqui|em|com|cedo))|cansad[oa] (?:de|da) (?:viver|vida|existir)|(?:nao (?:tem|ha|vejo|faz)|sem)(?: \w+)? (?:sentido|razao|motivo)(?: \w+)? (?:para|pra|em|na|de)? ?(?:viver|vida)|vida nao (?:tem|faz|vale)|preferia (?:estar mort[oa]|nao ter nascido|morrer)|queria nao (?:acordar|ter nascido|existir)|dormir e nao acordar`,
      ],
      [
        0.85,
        String.raw`(?:melhor|mais felizes) sem mim|(?:ninguem)(?: \w+){0,4} se eu (?:morrer|morresse|sumir|sumisse|desaparecer)`,
      ],
      [
        0.85,
        String.raw`me corto|me cort(?:ei|ar)|(?:cortar|cortei|corto) (?:os pulsos|meus pulsos|os bracos|meus bracos)|automutil\w+|(?:pular|me jogar|saltar|atirar-me|jogar) (?:da|do|de um[a]?|na frente d\w) (?:ponte|predio|janela|varanda|trem|comboio|telhado)|tomei (?:tod[oa]s|muitos|uma caixa|todos os) (?:\w+ )*(?:remedios|comprimidos|calmantes|pilulas)|overdose`,
      ],
      [1, String.raw`(?:como|forma|maneira|jeito)(?: \w+){0,4} (?:morrer|me matar|se matar)(?: sem (?:dor|sofrer))?`],
    ],
    abuse: [
      [
        0.9,
        String.raw`${WHO} (?:\w+ ){0,2}(?:me|nos) (?:bat(?:e|eu|ia|em)|agrid(?:e|iu)|agred(?:e|iu)|espanc(?:a|ou)|estupr(?:a|ou)|abus(?:a|ou)|toca|tocou|maltrat(?:a|ou)|estrangul(?:a|ou)|viol(?:a|ou)|tranca|trancou|obriga|obrigou|chuta|soca|empurr(?:a|ou))|(?:bate|bateu|bater|abusa|abusou)(?:-me| em mim| de mim)|(?:fui|sofri|sofro|vitima de) (?:\w+ )?(?:estuprad[oa]|estupro|abuso\w*|abusad[oa]|violad[oa]|agredid[oa]|agressao|agressoes|violencia|espancad[oa]|assedio)|estuprou|violencia domestica|medo (?:do|de) (?:meu (?:marido|pai|namorado|padrasto|ex)|voltar para casa)`,
      ],
    ],
    violence: [
      [
        0.85,
        String.raw`(?:vai|vao|quer|querem|disse que (?:vai|ia)|ameac\w+|jurou|tentou|tentando) (?:me|nos) (?:matar|esfaquear|atirar|bater|estuprar|violar)|ameac(?:ou|ando|a|aram|ad[oa])(?:-me| me| de morte)|me ameac\w+|ameacas? de morte|matar-me se`,
      ],
      [
        0.85,
        String.raw`(?:tentando|querendo|tentam|a tentar|tentou) (?:entrar|invadir|arrombar)(?: \w+){0,3}|(?:estou|fui|estamos|estava) (?:a ser |sendo )?(?:seguid[oa]|perseguid[oa]|atacad[oa]|assaltad[oa]|sequestrad[oa]|ameacad[oa])|(?:me|nos) (?:seguindo|perseguindo|atacando|assaltando)|(?:tem|com|esta com) uma? ${WEAPON}(?: e| na mao|,|$)|(?:homem|alguem)(?: \w+){0,3} dentro d[ae] (?:minha )?casa|corro perigo|estou em perigo`,
      ],
    ],
    threat: [
      [
        0.85,
        String.raw`(?:vou|quero|pretendo|penso em|juro que vou|preciso) (?:\w+ )?(?:matar|esfaquear|assassinar|envenenar|estrangular|atirar em|dar um tiro em|dar um tiro n[oa]|meter (?:uma )?bala|estuprar|degolar|acabar com a vida d) ?(?:el[ea]s?|meu|minha|o meu|a minha|todo|todos|alguem|aquele|aquela|ess[ea]|o|a|no|na|dele|dela)(?! (?:saudade|fome|sede|tempo|aula|curiosidade|barata))|vou dar um tiro|(?:vou|quero) (?:queimar|incendiar|botar fogo n|por fogo n|explodir)[ao]? ?(?:a|o|na|no)? ?(?:casa|carro|escola|predio)|(?:fazer|fabricar|construir) uma bomba`,
      ],
    ],
    medical: [
      [
        0.85,
        String.raw`nao (?:esta |consegue |consigo |ta )?(?:a )?respir(?:a|ar|ando|o)|falta de ar|inconsciente|desmaiou|desmaiad[oa]|(?:perdeu|perdi) (?:os sentidos|a consciencia)|sem pulso|nao (?:acorda|responde e|reage)(?! (?:cedo|as mensagens))`,
      ],
      [
        0.9,
        String.raw`(?:tendo|teve|ter|com|a ter|tem|sofreu|dando) (?:um |uma )?(?:infarto|enfarte|ataque cardiaco|avc|derrame|convulsao|convulsoes|parada cardiaca|reacao alergica|ataque do coracao)|dor(?:es)? (?:forte )?no peito|sangrando (?:muito|sem parar)|a sangrar muito|nao para de sangrar|muito sangue|(?:engoliu|bebeu|tomou|ingeriu) (?:\w+ ){0,3}(?:agua sanitaria|lixivia|veneno|pilha|detergente|cloro|alvejante)|(?:esta )?(?:engasgad[oa]|engasgando|engasgou|se afogando|a afogar)|(?:chama|chame|preciso de|liga para|mand\w+) (?:a |uma |o )?(?:ambulancia|samu|socorro|emergencia)|overdose`,
      ],
    ],
  },
};
