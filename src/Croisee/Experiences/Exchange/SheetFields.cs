namespace Croisee.Experiences.Exchange;

/// <summary>What surrounds the account: where it belongs, fields 45 to 52 of the dictionary (domain 1.4), and contact data, which only come in (EXP-R4).</summary>
static class SheetFields
{
    public static IEnumerable<Field> Before =>
    [
        new TextField("reference", "Référence (attribuée par Croisée)", r => r.Reference) { Way = Way.OutOnly },
        new TextField("appel", "Adresse courte de l’appel", r => r.Call),
        new CodeField("etat_contribution", "Où en est la contribution", r => r.State) { Reach = Reach.Group },
        new CodeField("mode_saisie", "Mode de saisie", r => r.EntryMode) { Reach = Reach.Group },
        new DayField("commencee_le", "Commencée le", r => r.BegunOn) { Reach = Reach.Group },
        new DayField("envoyee_le", "Envoyée le", r => r.SentOn) { Reach = Reach.Group },
    ];

    public static IEnumerable<Field> After =>
    [
        new TextsField("documents", "Documents (noms seulement : les fichiers ne sont pas dans le tableau)", r => r.Documents) { Way = Way.OutOnly },
        new LinesField<GivenLink>("liens", "Liens", r => r.Links, ["adresse", "ce_que_l_on_y_trouve", "droits"], l => [l.Address, l.Alternative, l.Rights], p => new(p[0], p[1], p[2])),
        new CodeField("redaction_par", "Cette fiche a été écrite par", r => r.WrittenBy) { Required = true },
        new YesNoField("validation_personnes", "Les personnes concernées ont relu cette fiche", r => r.ReadByPersons) { Required = true },
        new NumberField("info_rgpd_lue", "Version de la notice d’information montrée", r => r.NoticeVersion) { Way = Way.OutOnly, Reach = Reach.Agents },
        new TextField("contact_nom", "Contact : nom", r => r.ContactName) { Way = Way.InOnly, Reach = Reach.Agents },
        new TextField("contact_role", "Contact : rôle", r => r.ContactRole) { Way = Way.InOnly, Reach = Reach.Agents },
        new TextField("contact_mail", "Contact : courriel", r => r.ContactMail) { Way = Way.InOnly, Reach = Reach.Agents },
        new TextField("contact_tel", "Contact : téléphone", r => r.ContactPhone) { Way = Way.InOnly, Reach = Reach.Agents },
        new TextField("contact_public", "Adresse de contact à publier", r => r.ContactPublic) { Way = Way.InOnly, Reach = Reach.Agents },
        new YesNoField("consent_publication", "Accord pour publier la fiche", r => r.PublicationAgreed) { Reach = Reach.Agents },
        new TextField("consent_publication_le", "Jour de l’accord pour publier (AAAA-MM-JJ)", r => r.PublicationAgreedOn) { Reach = Reach.Agents },
        new YesNoField("consent_recontact", "Accord pour être recontacté·e pour d’autres projets", r => r.Recontact) { Way = Way.InOnly, Reach = Reach.Agents },
    ];
}
