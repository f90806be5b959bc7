import type { MailText } from "../en/mail.ts";

export const mail: MailText = {
  brand: "DreamCode",

  receipt: {
    contact: "Recibimos su mensaje",
    inquiry: "Recibimos su solicitud",
    newsletter: "Recibimos su suscripción al boletín",
    reply: "Recibimos su respuesta",
    reference: "Referencia",
    topic: "Tema",
    next: "El equipo ya tiene lo que nos escribió. Una persona lo lee y le responde a esta dirección, en español o en inglés.",
    again: "Si nos vuelve a escribir, mencione la referencia. Nuestra página de contacto:",
    mistake:
      "¿Usted no nos escribió? Entonces alguien dio su dirección por error. No tiene que hacer nada, y no está en ninguna lista de correo.",
    automatic: "Enviado automáticamente al llenarse el formulario de nuestro sitio.",
  },

  reply: {
    next: "El equipo ya la tiene. Una persona la lee y decide si aparece al pie del artículo, con el nombre que usted dio. Nada se publica solo, y su correo no se muestra.",
  },

  newsletter: {
    next: "El equipo ya tiene su correo y lo agrega a la lista del boletín.",
    leave: "Para salir de la lista, ahora o más adelante, escriba a esta dirección y mencione la referencia:",
    mistake:
      "¿Usted no se suscribió? Entonces alguien dio su correo por error. Escriba a la dirección de arriba y lo sacamos de la lista.",
  },
};
