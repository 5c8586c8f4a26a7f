using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Data;

/// <summary>
/// The mappings of the rooms, found by assembly scan and by their name, which ends in <c>Mapping</c>. Entity Framework's own scan asks each type of the program whether
/// it is one: thousands of types are loaded for that and stay so, some ten megabytes of a quiet server (<c>bin/bench memory</c>).
/// </summary>
static class Mappings
{
    public const string Ending = "Mapping";
    static readonly MethodInfo Apply = typeof(ModelBuilder).GetMethod(nameof(ModelBuilder.ApplyConfiguration))!;

    public static void ApplyTo(ModelBuilder model)
    {
        foreach (var name in Named(typeof(AppDb).Assembly).Order(StringComparer.Ordinal))
        {
            var type = typeof(AppDb).Assembly.GetType(name, throwOnError: true)!;
            foreach (var face in type.GetInterfaces().Where(IsMapping))
                Apply.MakeGenericMethod(face.GenericTypeArguments).Invoke(model, [Activator.CreateInstance(type, nonPublic: true)]);
        }
    }

    public static bool IsMapping(Type face) => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>);

    /// <summary>Read from the assembly's table of names: no type is loaded for it.</summary>
    static unsafe List<string> Named(Assembly assembly)
    {
        if (!assembly.TryGetRawMetadata(out var blob, out var length)) throw new NotSupportedException("An assembly without metadata.");
        var reader = new MetadataReader(blob, length);
        return [.. reader.TypeDefinitions.Select(reader.GetTypeDefinition).Select(t => (Room: reader.GetString(t.Namespace), Name: reader.GetString(t.Name)))
            .Where(t => t.Name.EndsWith(Ending, StringComparison.Ordinal)).Select(t => $"{t.Room}.{t.Name}")];
    }
}
