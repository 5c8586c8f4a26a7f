using Croisee.Data;
using Croisee.Surveys.Cards;
using Croisee.Surveys.Later;
using Croisee.Surveys.Offline;
using Croisee.Surveys.OnPaper;
using Croisee.Surveys.Results;
using Croisee.Surveys.Signed;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Surveys;

sealed class SurveysMapping : IEntityTypeConfiguration<Questionnaire>, IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<Revision>, IEntityTypeConfiguration<Survey>, IEntityTypeConfiguration<SurveyPlace>,
    IEntityTypeConfiguration<AnswerSheet>, IEntityTypeConfiguration<AnswerText>, IEntityTypeConfiguration<SurveyLedger>, IEntityTypeConfiguration<PublishedFigures>, IEntityTypeConfiguration<PaperEntry>, IEntityTypeConfiguration<OneTimeCode>, IEntityTypeConfiguration<TicketKey>, IEntityTypeConfiguration<SpentTicket>, IEntityTypeConfiguration<AnswerDraft>,
    IEntityTypeConfiguration<OfflineDevice>, IEntityTypeConfiguration<LateEnvelope>, IEntityTypeConfiguration<SignedSheet>, IEntityTypeConfiguration<QuestionnaireSound>
{
    public void Configure(EntityTypeBuilder<Questionnaire> questionnaire)
    {
        questionnaire.ToTable("questionnaires");
        questionnaire.HasOne(q => q.Organisation).WithMany().HasForeignKey(q => q.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        questionnaire.HasMany(q => q.Drafts).WithOne().HasForeignKey(d => d.QuestionnaireId).OnDelete(DeleteBehavior.Cascade);
        questionnaire.HasMany(q => q.Revisions).WithOne().HasForeignKey(r => r.QuestionnaireId).OnDelete(DeleteBehavior.Cascade);
        questionnaire.Ignore(q => q.Content).Ignore(q => q.Used).Ignore(q => q.LastRevision).Ignore(q => q.CanUndo).Ignore(q => q.CanRedo);
    }

    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("questionnaire_drafts");
        draft.HasKey(d => new { d.QuestionnaireId, d.Number });
    }

    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.ToTable("questionnaire_revisions");
        revision.HasKey(r => new { r.QuestionnaireId, r.Number });
    }

    public void Configure(EntityTypeBuilder<QuestionnaireSound> sound)
    {
        sound.ToTable("questionnaire_sounds");
        sound.HasKey(s => new { s.QuestionnaireId, s.FileId });
        sound.HasOne<Questionnaire>().WithMany().HasForeignKey(s => s.QuestionnaireId).OnDelete(DeleteBehavior.Cascade);
        sound.HasOne<Files.StoredFile>().WithMany().HasForeignKey(s => s.FileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Survey> survey)
    {
        survey.ToTable("surveys");
        survey.HasOne(s => s.Organisation).WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        survey.HasOne(s => s.Revision).WithMany().HasForeignKey(s => new { s.QuestionnaireId, s.RevisionNumber }).OnDelete(DeleteBehavior.Restrict);
        survey.Ignore(s => s.LastPapersOn).Ignore(s => s.IsSigned);
        survey.HasMany(s => s.Places).WithOne().HasForeignKey(p => p.SurveyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SurveyPlace> place)
    {
        place.ToTable("survey_places");
        place.HasOne<People.Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>Without foreign keys on purpose: an index by place would keep the order of arrival on a page of the file. Rows leave by <see cref="ForgetAnswers"/>.</summary>
    public void Configure(EntityTypeBuilder<AnswerSheet> sheet)
    {
        sheet.ToTable("answer_sheets");
        sheet.HasKey(s => new { s.SurveyId, s.Id });
    }

    public void Configure(EntityTypeBuilder<SignedSheet> sheet)
    {
        sheet.ToTable("signed_sheets");
        sheet.HasOne<Survey>().WithMany().HasForeignKey(s => s.SurveyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AnswerText> text)
    {
        text.ToTable("answer_texts");
        text.HasKey(t => new { t.SurveyId, t.Id });
        // Two who read it at once: the second sees what the first decided.
        text.Property(t => t.Text).IsConcurrencyToken();
        text.Property(t => t.State).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<OneTimeCode> code)
    {
        code.ToTable("one_time_codes");
        code.HasKey(c => new { c.PlaceId, c.Hash });
        code.HasOne<SurveyPlace>().WithMany().HasForeignKey(c => c.PlaceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TicketKey> key)
    {
        key.ToTable("ticket_keys");
        key.HasKey(k => k.PlaceId);
        key.HasOne<SurveyPlace>().WithOne().HasForeignKey<TicketKey>(k => k.PlaceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SpentTicket> ticket)
    {
        ticket.ToTable("spent_tickets");
        ticket.HasKey(t => new { t.PlaceId, t.Id });
    }

    public void Configure(EntityTypeBuilder<AnswerDraft> draft) => draft.ToTable("answer_drafts");

    public void Configure(EntityTypeBuilder<PaperEntry> entry)
    {
        entry.ToTable("paper_entries");
        entry.HasKey(e => new { e.SurveyId, e.PlaceId, e.Number });
        entry.HasOne<Survey>().WithMany().HasForeignKey(e => e.SurveyId).OnDelete(DeleteBehavior.Cascade);
        entry.Ignore(e => e.Waits);
        // Two who key a waiting paper at once: one of them counts it.
        entry.Property(e => e.Waiting).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<OfflineDevice> device)
    {
        device.ToTable("offline_devices");
        device.HasOne<Survey>().WithMany().HasForeignKey(d => d.SurveyId).OnDelete(DeleteBehavior.Cascade);
        device.Ignore(d => d.Mark);
    }

    public void Configure(EntityTypeBuilder<LateEnvelope> late)
    {
        late.ToTable("late_envelopes");
        late.HasKey(l => new { l.SurveyId, l.Id });
        late.HasOne<OfflineDevice>().WithMany().HasForeignKey(l => l.DeviceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SurveyLedger> ledger)
    {
        ledger.ToTable("survey_ledgers");
        ledger.HasKey(l => l.SurveyId);
        ledger.HasOne<Survey>().WithOne().HasForeignKey<SurveyLedger>(l => l.SurveyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PublishedFigures> figures)
    {
        figures.ToTable("survey_figures");
        figures.HasKey(f => new { f.SurveyId, f.Population });
        figures.HasOne<Survey>().WithMany().HasForeignKey(f => f.SurveyId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class SurveysSets
{
    extension(AppDb db)
    {
        public DbSet<Questionnaire> Questionnaires => db.Set<Questionnaire>();
        public DbSet<Revision> Revisions => db.Set<Revision>();
        public DbSet<QuestionnaireSound> QuestionnaireSounds => db.Set<QuestionnaireSound>();
        public DbSet<Survey> Surveys => db.Set<Survey>();
        public DbSet<SurveyPlace> SurveyPlaces => db.Set<SurveyPlace>();
        public DbSet<AnswerSheet> AnswerSheets => db.Set<AnswerSheet>();
        public DbSet<AnswerText> AnswerTexts => db.Set<AnswerText>();
        public DbSet<SignedSheet> SignedSheets => db.Set<SignedSheet>();
        public DbSet<OneTimeCode> OneTimeCodes => db.Set<OneTimeCode>();
        public DbSet<SpentTicket> SpentTickets => db.Set<SpentTicket>();
        public DbSet<AnswerDraft> AnswerDrafts => db.Set<AnswerDraft>();
        public DbSet<PaperEntry> PaperEntries => db.Set<PaperEntry>();
        public DbSet<OfflineDevice> OfflineDevices => db.Set<OfflineDevice>();
        public DbSet<LateEnvelope> LateEnvelopes => db.Set<LateEnvelope>();
        public DbSet<SurveyLedger> SurveyLedgers => db.Set<SurveyLedger>();
        public DbSet<PublishedFigures> PublishedFigures => db.Set<PublishedFigures>();
    }
}
