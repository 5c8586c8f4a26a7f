using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Croisee.Tests.House;

/// <summary>What the compiled product names of other libraries: read from its assembly, so that no way of writing it in a source (an alias, a static import, a view) hides anything.</summary>
sealed class References
{
    /// <summary>« Namespace.Type », nested types as « Namespace.Outer.Inner ».</summary>
    public IReadOnlySet<string> Types { get; }
    /// <summary>« Namespace.Type.Member/parameters », with « static » before what is asked of a type.</summary>
    public IReadOnlySet<string> Members { get; }
    public IReadOnlySet<string> Assemblies { get; }

    public static References Product { get; } = new(typeof(Program).Assembly.Location);

    References(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        Assemblies = metadata.AssemblyReferences.Select(a => metadata.GetString(metadata.GetAssemblyReference(a).Name)).ToHashSet(StringComparer.Ordinal);
        Types = metadata.TypeReferences.Select(t => NameOf(metadata, t)).ToHashSet(StringComparer.Ordinal);
        Members = metadata.MemberReferences.Select(m => Described(metadata, metadata.GetMemberReference(m))).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        if (type.ResolutionScope.Kind is HandleKind.TypeReference) return NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope) + "." + name;
        return type.Namespace.IsNil ? name : metadata.GetString(type.Namespace) + "." + name;
    }

    static string? Described(MetadataReader metadata, MemberReference member)
    {
        if (member.Parent.Kind is not HandleKind.TypeReference || member.GetKind() is not MemberReferenceKind.Method) return null;
        var signature = member.DecodeMethodSignature(new Nameless(), null);
        return $"{(signature.Header.IsInstance ? "" : "static ")}{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}/{signature.ParameterTypes.Length}";
    }

    /// <summary>How many parameters there are is all that is asked.</summary>
    sealed class Nameless : ISignatureTypeProvider<string, object?>
    {
        public string GetArrayType(string elementType, ArrayShape shape) => "";
        public string GetByReferenceType(string elementType) => "";
        public string GetFunctionPointerType(MethodSignature<string> signature) => "";
        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => "";
        public string GetGenericMethodParameter(object? genericContext, int index) => "";
        public string GetGenericTypeParameter(object? genericContext, int index) => "";
        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => "";
        public string GetPinnedType(string elementType) => "";
        public string GetPointerType(string elementType) => "";
        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "";
        public string GetSZArrayType(string elementType) => "";
        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => "";
        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => "";
        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => "";
    }
}
