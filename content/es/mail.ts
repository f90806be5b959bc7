import type { MailText } from "../en/mail.ts";

export const mail: MailText = {
  receipt: {
    contact: "Recibimos su mensaje",
    inquiry: "Recibimos su solicitud",
    newsletter: "Recibimos su suscripción al boletín",
    reply: "Recibimos su comentario",
    reference: "Referencia",
    topic: "Tema",
    hours: "Horas en común",
    together: "De {fromThere} a {toThere} en {city}, que son de {from} a {to} en Colombia",
    next: "Una persona del equipo lee lo que usted nos escribió y le responde a este correo, en español o en inglés.",
    add: "Si quiere agregar algo, responda este correo.",
    again: "Si nos vuelve a escribir, mencione la referencia. Nuestra página de contacto:",
    mistake:
      "¿Usted no nos escribió? Entonces alguien dio su correo por error. No tiene que hacer nada, y no está en ninguna lista de correo.",
    automatic: "Este correo se envía automáticamente cuando alguien llena el formulario de nuestro sitio.",
  },

  reply: {
    next: "Una persona del equipo lo lee y decide si aparece al pie del artículo, con el nombre que usted dio. Nada se publica solo, y su correo no se muestra.",
  },

  newsletter: {
    next: "El equipo agrega su correo a la lista del boletín.",
    leave: "Para retirarse de la lista, ahora o más adelante, escriba a este correo y mencione la referencia:",
    mistake:
      "¿Usted no se suscribió? Entonces alguien dio su correo por error. Escriba al correo de arriba y lo sacamos de la lista.",
  },
};
